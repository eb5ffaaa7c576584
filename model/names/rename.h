// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

// Formulas, dynamic texts, SQL and agents refer to things by name, almost everything else by id. Renaming therefore
// edits every text and reference that used the old name or id, in one transaction; the author's spacing stays, and what
// merely looks alike (a column of the same name elsewhere, a word in quotes) is not touched.
//
// `path` says what is renamed: "/name" or "/name/text" of an element, "/columns/3/name", "/controlId" of a control.
// Other paths are plain edits, so an editor may send every text through here.
//
// Errors: NotFound when there is no such object or column; Invalid for a name that cannot be referred to although
// something does; Conflict when another reference would change its meaning, because the new name is taken.
Result<Transaction> makeRename(const Workbook &workbook, Scope scope, const Key &key, const std::string &path,
                               const std::string &newName);

// The same by what a caller usually has at hand.
Result<Transaction> makeRenameElement(const Workbook &workbook, const Key &key, const std::string &newName);
Result<Transaction> makeRenameColumn(const Workbook &workbook, const Key &key, const std::string &columnId,
                                     const std::string &newName);

// Changes an id and every reference to it: "/id" of an element, page, overlay or panel, "/columns/3/id",
// "/groupings/0/id",
// "/fields/0/fieldId". The object's key stays.
// Errors: NotFound; Invalid for an empty id; Conflict when the id is taken.
Result<Transaction> makeRenameId(const Workbook &workbook, Scope scope, const Key &key, const std::string &path,
                                 const std::string &newId);

} // namespace tessera::model
