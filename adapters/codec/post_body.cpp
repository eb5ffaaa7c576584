// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/post_body.h"

#include "adapters/codec/workbook_file.h"

namespace tessera::adapters {

namespace {

// What a response says about the stored workbook and a request must not repeat.
constexpr const char *responseKeys[] = {"workbookId", "url",       "documentVersion", "latestDocumentVersion",
                                        "ownerId",    "createdBy", "updatedBy",       "createdAt",
                                        "updatedAt",  "success"};

} // namespace

std::string postBody(const model::Workbook &workbook)
{
    model::Workbook body = workbook;
    for (const char *key : responseKeys)
        body.meta.erase(key);
    WriteOptions options;
    options.format = Format::Json;
    options.envelope = Envelope::Contents;
    options.modernize = true;
    return writeWorkbook(body, options);
}

} // namespace tessera::adapters
