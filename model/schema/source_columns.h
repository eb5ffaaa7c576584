// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/schema/kind_spec.h"
#include "model/workbook/object.h"

namespace tessera::model {

// A column of the element a new one will read, with a guess at what it holds (from formula, format and name).
struct SourceColumn
{
    enum class Sort
    {
        Text,
        Number,
        Date,
        Logical,
    };
    std::string id;
    std::string name;
    Sort sort = Sort::Text;
    bool key = false; // names a row rather than counts something
};

std::vector<SourceColumn> sourceColumns(const Object &element);

// The best column for a role that `used` does not hold yet; null when there is none.
const SourceColumn *pickColumn(const std::vector<SourceColumn> &columns, ChannelFill::Role role,
                               const std::vector<const SourceColumn *> &used);

// "[Name/Column]"
std::string columnReference(const std::string &element, const std::string &column);
// What a channel of this role computes from the column: "Sum([Orders/Amount])".
std::string channelFormula(ChannelFill::Role role, const std::string &element, const SourceColumn &column);

} // namespace tessera::model
