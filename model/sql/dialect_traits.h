// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/formula/function_catalogue.h"
#include "model/sql/dialect.h"
#include "model/value/value.h"

namespace tessera::model::sql {

// How one product writes what the seven have in common. How it writes functions is data: resources/functions/sql.
// Source: the products' own SQL references.
struct DialectTraits
{
    enum class NullOrder
    {
        Smallest, // first when ascending, last when descending
        Largest,
    };
    enum class FullJoin
    {
        Native,
        EqualityOnly, // a condition of plain equalities; anything else is put together from two joins
        None,
    };

    Dialect dialect;
    const char *name;
    const char *title;
    char nameQuote;          // around names; doubled inside unless backslashNames
    bool backslashNames;     // names escape like texts do
    std::size_t longestName; // bytes; longer names of ours are shortened. 0: no limit
    bool backslash;          // a backslash escapes in texts
    bool quoteByBackslash;   // \' instead of ''
    bool holdsNul;           // a text can hold the character U+0000
    bool typedParameters;    // a bare placeholder has no type: write CAST(? AS type)
    bool typedNulls;         // the same for NULL in a result column
    NullOrder nullOrder;
    bool writesNullOrder; // knows NULLS FIRST
    FullJoin fullJoin;
    const char *nullSafeEqual; // template of two operands
    const char *text;          // names of types, for CAST
    const char *number;
    const char *logical;
    const char *date;
    const char *variant;
    const char *dateLiteral;    // {1}: the quoted ISO text
    const char *variantLiteral; // {1}: the quoted JSON text
    const char *scannedText;    // how a text column of a table is read, {1}: the column; "" as it is
    const char *scannedDate;
    const char *orderByNothing; // window functions that insist on an order; "" when they do not
    std::size_t mostParameters; // 0: no limit that matters
};

const DialectTraits &traitsOf(Dialect dialect);

const char *typeNameOf(const DialectTraits &traits, formula::ValueType type); // for CAST; "" when it has none

// A name of a column or table: quoted, whatever it holds. The character U+0000, which no product takes, becomes U+FFFD;
// a name that is longer than the product allows is cut and gets a check sum, so that different names stay different.
std::string quotedName(const DialectTraits &traits, std::string_view name, bool ours = true);

// A text literal that means exactly these characters (invalid UTF-8 becomes U+FFFD).
// Precondition: no U+0000 where the product cannot hold it.
std::string quotedText(const DialectTraits &traits, std::string_view text);

// A value as literal text. Null is NULL.
std::string literal(const DialectTraits &traits, const Value &value);

// Replaces {1}, {2} in one of the small templates above.
std::string filled(std::string_view pattern, std::string_view first, std::string_view second = {});

} // namespace tessera::model::sql
