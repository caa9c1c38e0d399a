/* Stands in for the icuuc.dll of Windows, which Wine lacks and Qt6Core.dll asks for by name. It knows no text
   converter, so Qt uses its own. For trials under Wine alone: packaging/windows refuses to pack it. */

#define EXPORT __declspec(dllexport)
#define UNSUPPORTED 16

EXPORT void *ucnv_open(const char *name, int *error) { (void)name; *error = UNSUPPORTED; return 0; }
EXPORT const char *ucnv_getName(const void *open, int *error) { (void)open; *error = UNSUPPORTED; return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name;
    (void)standard;
    *error = UNSUPPORTED;
    return 0;
}
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT const char *ucnv_getAvailableName(int number) { (void)number; return 0; }

/* Nothing can be open, so nobody gets as far as these. */
#define NEVER(name) EXPORT void name(void) {}
NEVER(ucnv_close)
NEVER(ucnv_reset)
NEVER(ucnv_getMaxCharSize)
NEVER(ucnv_getToUCallBack)
NEVER(ucnv_getFromUCallBack)
NEVER(ucnv_setToUCallBack)
NEVER(ucnv_setFromUCallBack)
NEVER(ucnv_fromUnicode)
NEVER(ucnv_toUnicode)
NEVER(ucnv_fromUCountPending)
NEVER(ucnv_toUCountPending)
NEVER(ucnv_cbFromUWriteUChars)
NEVER(ucnv_cbToUWriteUChars)
NEVER(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER(UCNV_TO_U_CALLBACK_SUBSTITUTE)
