// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "adapters/query/source_copies.h"
#include "adapters/query/table_store.h"
#include "model/workbook/input_table.h"

namespace tessera::adapters {

// Tables of a workspace file among the local tables: copied over into the store when a query needs them.

// The copy's rows. Errors of loading: NotFound when it is gone; Io.
TableRecipe copyRecipe(const QString &workspace, const SourceCopy &copy);

// The rows of an input table as the workspace has them on disk, columns named by id; ID is the row's number, CREATED_AT
// and its kin come from the edit history. None while it has no rows there: then the data folder may have some.
std::optional<TableRecipe> inputRecipe(const QString &workspace, const QString &document, const model::Object &table,
                                       const std::string &title);

} // namespace tessera::adapters
