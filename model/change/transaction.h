// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "model/change/change.h"

namespace tessera::model {

// Changes that belong together: what one gesture or command did, and one step of undo.
struct Transaction
{
    std::string id;          // UUID without braces; filled by Document::apply when empty
    std::string author;      // login or display name; filled by Document::apply when empty
    std::int64_t timeMs = 0; // UTC, milliseconds since 1970; filled by Document::apply when 0
    QString label;           // what a person did: "Move Revenue by region"
    // Consecutive transactions with the same non-empty gesture become one step: typing in one field, one slider drag.
    // Use one value per field and gesture, never per kind of edit.
    std::string gesture;
    std::vector<Change> changes;

    bool operator==(const Transaction &) const = default;
};

Transaction invert(const Transaction &transaction); // same id, author, time and label

// Appends `later` to `earlier`; consecutive edits of one property, place or cell collapse into one.
void merge(Transaction &earlier, const Transaction &later);

} // namespace tessera::model
