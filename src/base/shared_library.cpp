// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shared_library.hpp"

#include <dlfcn.h>

namespace headway {

SharedLibrary::SharedLibrary(const char* file) : handle_(::dlopen(file, RTLD_NOW | RTLD_LOCAL)) {}

void* SharedLibrary::symbol(const char* name) const {
    return handle_ == nullptr ? nullptr : ::dlsym(handle_, name);
}

}  // namespace headway
