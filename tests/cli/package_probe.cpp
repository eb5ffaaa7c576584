// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "adapters/files/atomic_file.h"
#include "adapters/package/package.h"
#include "model/base/text.h"

// Reads a package as a process of its own, so that its memory can be measured: says what is wrong and exits with 2.
int main(int count, char **arguments)
{
    using namespace tessera;
    const auto bytes = adapters::readFile(QString::fromLocal8Bit(count > 1 ? arguments[1] : ""));
    const auto package = bytes ? adapters::readPackage(*bytes) : model::fail(bytes.error());
    if (package)
        return 0;
    std::printf("%s\n    %s\n", model::toUtf8(package.error().message).c_str(),
                model::toUtf8(package.error().hint).c_str());
    return 2;
}
