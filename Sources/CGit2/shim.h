#ifndef CGIT2_SHIM_H
#define CGIT2_SHIM_H

#include <stddef.h>
#include <git2.h>
#include <git2/sys/commit.h>
#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h>
#endif
#include <git2/sys/odb_backend.h>
#include <git2/sys/stream.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

/* Swift imports no variadic function, so each option that Neap sets has a typed one here. */

static inline int cgit2_set_search_path(int level, const char *path) {
	return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

static inline int cgit2_set_owner_validation(int enabled) {
	return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

static inline int cgit2_set_strict_hash_verification(int enabled) {
	return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int cgit2_set_mapped_limit(size_t bytes) {
	return git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, bytes);
}

static inline int cgit2_set_cache_object_limit(git_object_t type, size_t bytes) {
	return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, type, bytes);
}

static inline int cgit2_set_cache_size(ptrdiff_t bytes) {
	return git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, bytes);
}

static inline int cgit2_set_ssl_cert_file(const char *file) {
	return git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file, (const char *)0);
}

/* A connection of Neap's own: libgit2 sees the first member, the socket stands behind it. */
typedef struct {
	git_stream base;
	int descriptor;
} cgit2_stream;

/* Keeps other processes of the same user from reading this one's memory; 0 where there is no such call. */
static inline int cgit2_set_not_dumpable(void) {
#if defined(__linux__)
	return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#else
	return 0;
#endif
}

#endif
