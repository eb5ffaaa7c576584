// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "model/base/result.h"
#include "model/edit/row_copies.h"
#include "model/workbook/workbook.h"

class QMimeData;

namespace tessera::designer {

// MIME type of copied elements; its bytes are the snapshot of a clip (see model/edit/clipboard_edit.h).
inline constexpr char elementsMimeType[] = "application/x-tessera-elements";

// MIME type of the rows of copied input tables: {"key of the clip": [{"column": value}, …]}.
inline constexpr char rowsMimeType[] = "application/x-tessera-rows";

// A clip as the text of a workbook, for pasting into a mail, a file or another program. The window hands these in,
// because formats live outside the designer; without them only the own MIME type is used.
struct ClipText
{
    std::function<std::string(const model::Workbook &)> write;
    std::function<model::Result<model::Workbook>(const std::string &)> read;
};

QMimeData *makeClipData(const model::Workbook &clip, const model::RowCopies &rows,
                        const ClipText &text);        // the caller owns it
model::RowCopies readClipRows(const QMimeData &data); // none where they cannot be read
// Errors: Invalid when there are no elements in it.
model::Result<model::Workbook> readClipData(const QMimeData &data, const ClipText &text);

} // namespace tessera::designer
