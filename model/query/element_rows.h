// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include "model/query/element_query.h"
#include "model/query/result_table.h"

namespace tessera::model::query {

// What is known of an element's data at the moment.
struct ElementRows
{
    enum class State
    {
        NoData,  // the kind shows none
        Waiting, // asked for, not here yet; `main` may hold the rows before
        Ready,
        Failed, // `problems` of the query or `failure` say why
    };
    State state = State::NoData;
    ElementQuery query;
    ResultPtr main;                         // null until there is one
    std::map<std::string, ResultPtr> parts; // by the names of ElementQuery::parts
    QString failure;                        // of the database, for a person
    bool sample = false;                    // made-up rows took part: say so on the card
    bool cut = false;                       // there are more rows than were fetched
};

using ElementRowsPtr = std::shared_ptr<const ElementRows>;

// Where painters find data. Never blocks; null: nobody asked for it.
class RowsSource
{
public:
    virtual ~RowsSource() = default;
    virtual ElementRowsPtr rowsOf(const Key &element) const = 0;
    virtual const ControlValues &controls() const = 0; // what controls show
};

} // namespace tessera::model::query
