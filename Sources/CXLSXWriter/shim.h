#include <xlsxwriter.h>

// The system's own, which its headers show to GNU sources only: a file in memory without a name.
extern int memfd_create(const char *name, unsigned int flags);
enum { tranche_memfd_cloexec = 1 };
