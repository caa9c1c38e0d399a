cask "rewire" do
  arch arm: "arm64", intel: "x86_64"

  version "${version}"
  sha256 arm:   "${dmg_arm64_sha256}",
         intel: "${dmg_x86_64_sha256}"

  url "${download}/v#{version}/Rewire-#{version}-#{arch}.dmg"
  name "${name}"
  desc "${summary}"
  homepage "${home}"

  depends_on macos: ">= :ventura"

  app "Rewire.app"

  # The notes in ~/Library/Application Support/Rewire are left out on purpose: nobody loses them by removing a program.
  zap trash: [
    "~/Library/Caches/Rewire",
    "~/Library/Preferences/${id}.plist",
    "~/Library/Saved Application State/${id}.savedState",
  ]
end
