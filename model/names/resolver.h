// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/formula/lexer.h"
#include "model/names/name_lookup.h"
#include "model/names/text_sites.h"

namespace tessera::model {

enum class Meaning
{
    OwnColumn,     // of the element that holds the text
    Column,        // of another element: `element`
    Control,       // `element` is the control
    Selection,     // [Selection/Column]: a column of the host
    CardColumn,    // [<source> repeated container/Column]: a column of `element`
    External,      // comes from outside the document (warehouse, data model, SQL), cannot be judged here
    UnknownColumn, // `element` is known, the column is not there; null: not among the outputs of the owner's union
    UnknownPrefix,
    UnknownName, // no prefix, and neither a column nor a control
};

struct Resolution
{
    Meaning meaning = Meaning::External;
    FactsPtr element;       // whose column, or the control; null where none is concerned
    std::string column;     // id of the column, "" where the document does not list it
    bool viaLeg = false;    // the prefix is the name of a join leg or union, not of an element
    bool ambiguous = false; // several elements, controls or a control and a column answer to the name
    bool totals = false;    // a pivot total: [Sales (Row Total)]
};

// What one reference in a text of `owner` means. `owner` is null for texts outside elements (overlays, agents,
// settings). The source of the owner decides first; then the names of all elements, because Lookup, Rollup and dynamic
// text may name any of them.
Resolution resolveReference(const Reference &reference, const ElementFacts *owner, const TextSite &site,
                            const NameLookup &lookup);

// Whether the source of `owner` decides what a prefix means, so that no other element of that name is meant.
bool isPrefixOfSource(const std::string &prefix, const ElementFacts &owner, const NameLookup &lookup);

// The part of a pivot total's name that is the column: "Sales" of "Sales (Row Total)"; all of any other name.
std::string_view withoutTotal(std::string_view name);

// A name by which “Order Id”, ORDER_ID and order-id are the same: its letters and digits, folded.
std::string lettersOf(std::string_view name);

inline constexpr std::string_view cardSuffix = " repeated container";

} // namespace tessera::model
