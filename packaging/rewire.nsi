; The installer for Windows: for one person, into their own folder of programs, without an administrator's rights.
;
;   rewire-setup.exe /S                      installs or upgrades without asking
;   uninstall.exe /S /NOTES=keep|remove      removes without asking; the notes stay if nothing is said of them
;
; Both end with 0, with 1 when the person stopped them, and with 2 when they refused; then nothing was changed.
; packaging/windows calls makensis with PROJECT (project.nsh), SOURCE (the folder of the program), ICON, OUT and,
; where there is a certificate, SIGN (the command that signs the file named after it).

Unicode true
!include "${PROJECT}"
!include LogicLib.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include nsDialogs.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASSES "Software\Classes"
!define NOTES "$LOCALAPPDATA\${NAME}"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${REMOVAL}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION_OF_FILE}"
VIFileVersion "${VERSION_OF_FILE}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs ${NAME}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${COPYRIGHT}"

!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEPAGE_TITLE "${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "${NAME} is installed for you alone, and needs no administrator.$\r$\n$\r$\n\
  If an older ${NAME} is here, this one takes its place and finds the same notes. Your notes stay on this computer.$\r$\n$\r$\n\
  Choose Install to begin."
!define MUI_FINISHPAGE_TITLE "${NAME} is installed"
!define MUI_FINISHPAGE_TEXT "You find it in the Start menu."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open ${NAME} now"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskAboutNotes un.HearAboutNotes
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var Moved  ; "no" once something could not be moved
Var Notes  ; "keep" or "remove"
Var Keep
Var Remove

!macro REFUSE SENTENCE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${SENTENCE}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; Windows lets nobody write to a program that runs. A virus scanner holds it too, but lets go of it again.
!macro WAIT_UNTIL_CLOSED UN
Function ${UN}WaitUntilClosed
  Exch $0
  ${If} ${FileExists} "$0"
    ${Do}
      ${For} $1 1 15
        ClearErrors
        FileOpen $2 "$0" a
        ${IfNot} ${Errors}
          FileClose $2
          ${Break}
        ${EndIf}
        Sleep 200
      ${Next}
      ${IfThen} $1 <= 15 ${|} ${Break} ${|}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION \
        "${NAME} is open. Close its window, then choose Retry." /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Quit
      again:
    ${Loop}
  ${EndIf}
  Pop $0
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

!macro EACH_CLOSED UN
  Push "$INSTDIR\${PROGRAM}.exe"
  Call ${UN}WaitUntilClosed
  Push "$INSTDIR\${PROGRAM}-console.exe"
  Call ${UN}WaitUntilClosed
!macroend

; A virus scanner holds what is new for a moment, and with it the folder.
!macro MOVE UN
Function ${UN}Move
  Exch $1
  Exch
  Exch $0
  ${For} $2 1 50
    ClearErrors
    Rename "$0" "$1"
    ${IfNot} ${Errors}
      ${Break}
    ${EndIf}
    Sleep 200
  ${Next}
  ${IfThen} $2 > 50 ${|} StrCpy $Moved "no" ${|}
  Pop $0
  Pop $1
FunctionEnd
!macroend
!insertmacro MOVE ""
!insertmacro MOVE "un."

!macro MOVED UN FROM TO
  ${If} $Moved == "yes"
  ${AndIf} ${FileExists} "${FROM}"
    Push "${FROM}"
    Push "${TO}"
    Call ${UN}Move
  ${EndIf}
!macroend

!macro PUT_BACK PART
  ${If} ${FileExists} "$INSTDIR\_old\${PART}"
    RMDir /r "$INSTDIR\${PART}"
    Delete "$INSTDIR\${PART}"
    Rename "$INSTDIR\_old\${PART}" "$INSTDIR\${PART}"
  ${EndIf}
!macroend

!macro TELL_SYSTEM_OF_FILE_TYPES
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro FILE_TYPE KIND WORDS
  WriteRegStr HKCU "${CLASSES}\.${PROGRAM}-${KIND}" "" "${ID}.${KIND}"
  WriteRegStr HKCU "${CLASSES}\.${PROGRAM}-${KIND}" "Content Type" "application/x-${PROGRAM}-${KIND}"
  WriteRegStr HKCU "${CLASSES}\${ID}.${KIND}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${ID}.${KIND}" "AppUserModelID" "${ID}"
  WriteRegStr HKCU "${CLASSES}\${ID}.${KIND}\DefaultIcon" "" "$INSTDIR\${PROGRAM}.exe,0"
  WriteRegStr HKCU "${CLASSES}\${ID}.${KIND}\shell\open\command" "" '"$INSTDIR\${PROGRAM}.exe" "%1"'
!macroend

!macro NO_FILE_TYPE KIND
  DeleteRegKey HKCU "${CLASSES}\${ID}.${KIND}"
  ReadRegStr $0 HKCU "${CLASSES}\.${PROGRAM}-${KIND}" ""
  ${If} $0 == "${ID}.${KIND}"
    DeleteRegKey HKCU "${CLASSES}\.${PROGRAM}-${KIND}"
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    !insertmacro REFUSE "${NAME} needs a 64-bit Windows. Nothing was changed."
  ${EndIf}
  ${IfNot} ${AtLeastBuild} 17763
    !insertmacro REFUSE "${NAME} needs Windows 10 of 2018 (version 1809) or newer. Nothing was changed."
  ${EndIf}
  ${DirState} "$INSTDIR" $0
  ${If} $0 == 1
  ${AndIfNot} ${FileExists} "$INSTDIR\${PROGRAM}.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\_new\*"  ; an installation that was cut off
  ${AndIfNot} ${FileExists} "$INSTDIR\_old\*"
    !insertmacro REFUSE "The folder $INSTDIR holds something else. Choose one that is empty. Nothing was changed."
  ${EndIf}
FunctionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\_new"
  RMDir "$INSTDIR"
FunctionEnd

; The shortcut names the program to the taskbar as the window does, so that both are one button there.
Function MakeShortcut
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IShellLink::SetPath} $0 '("$INSTDIR\${PROGRAM}.exe")'
    ${IShellLink::SetWorkingDirectory} $0 '("$INSTDIR")'
    ${IShellLink::SetDescription} $0 '("${SUMMARY}")'
    ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r1)'
    ${If} $1 P<> 0
      System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r2'
      System::Call '*(&w${NSIS_MAX_STRLEN} "${ID}")p.r4'
      System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r4)p.r3'
      ${IPropertyStore::SetValue} $1 '($2,$3)'
      ${IPropertyStore::Commit} $1 ""
      System::Free $2
      System::Free $3
      System::Free $4
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Save} $1 '("$SMPROGRAMS\${NAME}.lnk",1)'
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
FunctionEnd

Section
  !insertmacro EACH_CLOSED ""
  RMDir /r "$INSTDIR\_new"
  SetOutPath "$INSTDIR\_new"
  File /r "${SOURCE}\*"
  SetOutPath "$INSTDIR"

  ; The older program gives way only now that all of the newer one is on the disk, and comes back if it has to.
  RMDir /r "$INSTDIR\_old"
  CreateDirectory "$INSTDIR\_old"
  StrCpy $Moved "yes"
  !insertmacro MOVED "" "$INSTDIR\_internal" "$INSTDIR\_old\_internal"
  !insertmacro MOVED "" "$INSTDIR\${PROGRAM}.exe" "$INSTDIR\_old\${PROGRAM}.exe"
  !insertmacro MOVED "" "$INSTDIR\${PROGRAM}-console.exe" "$INSTDIR\_old\${PROGRAM}-console.exe"
  !insertmacro MOVED "" "$INSTDIR\_new\_internal" "$INSTDIR\_internal"
  !insertmacro MOVED "" "$INSTDIR\_new\${PROGRAM}.exe" "$INSTDIR\${PROGRAM}.exe"
  !insertmacro MOVED "" "$INSTDIR\_new\${PROGRAM}-console.exe" "$INSTDIR\${PROGRAM}-console.exe"
  ${If} $Moved == "no"
    !insertmacro PUT_BACK "_internal"
    !insertmacro PUT_BACK "${PROGRAM}.exe"
    !insertmacro PUT_BACK "${PROGRAM}-console.exe"
    RMDir /r "$INSTDIR\_new"
    RMDir "$INSTDIR\_old"
    !insertmacro REFUSE "Another program uses a file in $INSTDIR. Close it, and start this one again. Nothing was changed."
  ${EndIf}
  RMDir "$INSTDIR\_new"
  RMDir /r "$INSTDIR\_old"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call MakeShortcut

  WriteRegStr HKCU "${REMOVAL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\${PROGRAM}.exe,0"
  WriteRegStr HKCU "${REMOVAL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${REMOVAL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" $0
  !ifdef HOME
    WriteRegStr HKCU "${REMOVAL}" "URLInfoAbout" "${HOME}"
  !endif

  !insertmacro FILE_TYPE "exercise" "${NAME} exercise"
  !insertmacro FILE_TYPE "pack" "${NAME} pack"
  !insertmacro TELL_SYSTEM_OF_FILE_TYPES
SectionEnd

Function un.onInit
  StrCpy $Notes "keep"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/NOTES=" $1
  ${IfNot} ${Errors}
    ${If} $1 != "keep"
    ${AndIf} $1 != "remove"
      !insertmacro REFUSE "/NOTES takes keep or remove. Nothing was changed."
    ${EndIf}
    StrCpy $Notes $1
  ${EndIf}
FunctionEnd

Function un.AskAboutNotes
  ${IfNot} ${FileExists} "${NOTES}\*"
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "Your notes" "${NAME} is removed from this computer. Your notes need not be."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 0u 100% 12u "&Keep my notes"
  Pop $Keep
  ${NSD_CreateLabel} 12u 13u 95% 26u "They stay as they are in ${NOTES}. ${NAME} finds them there if you install it again."
  Pop $0
  ${NSD_CreateRadioButton} 0 46u 100% 12u "&Remove my notes too"
  Pop $Remove
  ${NSD_CreateLabel} 12u 59u 95% 36u "The folder is deleted: notes, the copies in it and settings. This cannot be undone. What you keep in other folders stays."
  Pop $0
  ${If} $Notes == "remove"
    ${NSD_Check} $Remove
  ${Else}
    ${NSD_Check} $Keep
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function un.HearAboutNotes
  StrCpy $Notes "keep"
  ${NSD_GetState} $Remove $0
  ${If} $0 == ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 \
      "Remove everything you wrote in ${NAME} from this computer? It cannot be brought back." IDYES sure
    Abort
    sure:
    StrCpy $Notes "remove"
  ${EndIf}
FunctionEnd

; A folder in which a file is open cannot be renamed, so notes in use are kept, and whole.
Function un.RemoveNotes
  StrCpy $Moved "yes"
  !insertmacro MOVED "un." "${NOTES}" "${NOTES}.removed"
  ${If} $Moved == "no"
    !insertmacro REFUSE "Another program uses your notes in ${NOTES}. Close it, and start this one again. Nothing was changed."
  ${EndIf}
  Delete "${NOTES}.removed\vault.keys*"  ; without them, nothing of what is deleted next can be read
  RMDir /r "${NOTES}.removed"
FunctionEnd

Section "Uninstall"
  !insertmacro EACH_CLOSED "un."
  ${If} $Notes == "remove"
    Call un.RemoveNotes
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro NO_FILE_TYPE "exercise"
  !insertmacro NO_FILE_TYPE "pack"
  !insertmacro TELL_SYSTEM_OF_FILE_TYPES
  DeleteRegKey HKCU "${REMOVAL}"
  Delete "$INSTDIR\${PROGRAM}.exe"
  Delete "$INSTDIR\${PROGRAM}-console.exe"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
