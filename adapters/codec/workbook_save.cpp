// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/workbook_file.h"

namespace tessera::adapters {

model::Result<std::string> saveWorkbook(const model::Workbook &workbook, const LoadedWorkbook &original)
{
    if (workbook == original.workbook)
        return original.text;
    return writeWorkbook(workbook, {original.format, original.envelope, false});
}

model::Result<std::string> convertWorkbook(const LoadedWorkbook &original, const WriteOptions &options)
{
    return writeWorkbook(original.workbook, options);
}

model::Result<std::string> formatWorkbook(const LoadedWorkbook &original)
{
    return writeWorkbook(original.workbook, {original.format, original.envelope, false});
}

} // namespace tessera::adapters
