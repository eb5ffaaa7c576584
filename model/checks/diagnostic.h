// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <QString>

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

enum class Severity
{
    Error,   // Sigma would reject it
    Warning, // accepted, but wrong, dropped or inert
    Info,
    Manual, // a step only a person can do in Sigma
};

// The exact place in a workbook: an object (or the workbook's own trees), a path into its body, or a layout node.
struct Target
{
    Scope scope = Scope::Contents;
    Key key;          // "" for the workbook's own trees
    std::string path; // RFC 6901 pointer into the body
    NodeId node = 0;  // layout node concerned, 0: none
    bool operator==(const Target &) const = default;
};

// A fix is an ordinary transaction, built on demand against the state it will be applied to.
struct QuickFix
{
    QString label; // what it will do: "Rename to “Sales (2)”"
    std::function<Result<Transaction>(const Workbook &)> make;
};

struct Diagnostic
{
    Severity severity = Severity::Error;
    std::string rule; // stable id: "layout.unplaced"
    QString message;  // names the object; plain words
    QString hint;     // what to do, may be empty
    Target target;
    std::string element; // id shown to people and in `validate --json`; "" for the workbook itself
    std::optional<QuickFix> fix;
    // Why a person decided to live with it: the reason of the waiver that covers it. Empty: not waived.
    QString waiver;
    // Where it stands in the file; filled by whoever knows the file (0 / "" otherwise).
    Location where;
};

} // namespace tessera::model
