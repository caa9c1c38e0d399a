# What the scripts of this folder share; each reads it first. They write to dist/, and work in build/.
set -euo pipefail

tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dist=$tree/dist
build=$tree/build
python=${PYTHON:-python3}

# One sentence, and the end.
give_up() {
    printf '%s: %s\n' "packaging/$(basename "$0")" "$*" >&2
    exit 1
}

# need TOOL PACKAGE: says which package of Debian brings a tool that is missing.
need() {
    command -v "$1" >/dev/null || give_up "$1 is missing here. Install it: sudo apt-get install $2"
}

need_python() {
    "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null ||
        give_up "$python is no Python 3.11 to 3.14. Install one (sudo apt-get install python3), or name it in PYTHON."
}

# Two builds of one commit are the same bytes: one date, one order, one language, one set of rights.
same_each_time() {
    if [[ -z ${SOURCE_DATE_EPOCH:-} ]]; then
        SOURCE_DATE_EPOCH=$(git -C "$tree" log -1 --format=%ct 2>/dev/null) ||
            give_up "this folder is no clone, so the date of the build is not known. Set SOURCE_DATE_EPOCH to it."
    fi
    export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC
    umask 022
}

# project FIELD: what packaging/project.toml says, or the version.
project() {
    "$python" "$tree/packaging/project.py" "$1"
}

# The folder as it is, or a fresh one where there is none.
built_folder() {
    [[ -x $dist/rewire/rewire ]] || "$tree/packaging/folder"
}

# share_tree FOLDER: what a Linux desktop keeps in /usr/share about the program.
share_tree() {
    local id
    id=$(project id)
    rm -rf "$1" "$build/manifests"
    "$python" "$tree/packaging/manifests.py" build "$build/manifests"
    install -D -m 644 "$build/manifests/$id.desktop" "$1/applications/$id.desktop"
    install -D -m 644 "$build/manifests/$id.metainfo.xml" "$1/metainfo/$id.metainfo.xml"
    install -D -m 644 "$build/manifests/$id.mime.xml" "$1/mime/packages/$id.xml"
    "$build/venv/bin/python" "$tree/packaging/icons.py" "$1/icons/hicolor" "$id"
    mkdir -p "$1/man/man1"
    "$dist/rewire/rewire" --help | "$python" "$tree/packaging/manpage.py" "$(project version)" \
        "$(date --date="@$SOURCE_DATE_EPOCH" +%F)" >"$1/man/man1/rewire.1"
}

# The name of a file that was made, its size and its hash.
say_size() {
    printf '%s  %d MB  sha256 %s\n' "${1#"$tree/"}" $(($(stat --format=%s "$1") / 1000000)) "$(sha256sum "$1" | cut -c1-64)"
}
