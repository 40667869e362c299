#ifndef CMALLOC_SHIM_H
#define CMALLOC_SHIM_H

#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/* glibc keeps what was freed in the arenas of its threads; other allocators give it back by themselves. */
static inline void cmalloc_give_back(void) {
#if defined(__GLIBC__)
	malloc_trim(0);
#endif
}

#endif
