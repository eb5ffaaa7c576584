// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QString>

#include "model/change/transaction.h"

namespace tessera::model {

// The property tree a scope and key name, null where there is none.
const Json *propertyTree(const Workbook &workbook, Scope scope, const Key &key);

// Changes that set (or, without a value, remove) one property; missing parents are made on the way, and parents that a
// removal leaves empty stay. An existing array slot is replaced. Empty when nothing would change or the path cannot be
// followed.
std::vector<Change> setProperty(const Workbook &workbook, Scope scope, const Key &key, const std::string &path,
                                const std::optional<Json> &value);

// Inserts an item into an array (made when missing); index -1 appends.
std::vector<Change> insertItem(const Workbook &workbook, Scope scope, const Key &key, const std::string &arrayPath,
                               int index, const Json &item);
// Moves an item within its array.
std::vector<Change> moveItem(const Workbook &workbook, Scope scope, const Key &key, const std::string &arrayPath,
                             int from, int to);

} // namespace tessera::model
