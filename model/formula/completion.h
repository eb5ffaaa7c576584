// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QList>
#include <QString>

#include "model/formula/scope.h"

namespace tessera::model::formula {

enum class CompletionKind
{
    Column, // of the element itself
    Source, // of its source
    Control,
    Selection,
    Metric,
    Element, // a column of another element
    Function,
    Word,   // and, or, not, True, False, Null
    Choice, // a constant text that a parameter takes
    Part,   // .start, .end, .min, .max of a range control
};

// One thing that may be written.
struct CompletionItem
{
    CompletionKind kind = CompletionKind::Column;
    QString label;      // what is matched and shown: "Orders/Amount", "DateTrunc"
    std::string insert; // what is written: "[Orders/Amount]", "DateTrunc"
    ValueType type = ValueType::Any;
    const Function *function = nullptr; // of functions
    bool isRange = false;               // a control with parts
    bool isList = false;
};

// Every name a formula can use at one place: what a scope knows, plus functions and words. Immutable, built on any
// thread.
class Vocabulary
{
public:
    explicit Vocabulary(const Scope &scope);

    const std::vector<CompletionItem> &items() const { return m_items; } // references first
    const CompletionItem *find(std::string_view bracketed) const;        // "[Orders/Amount]", ignoring case

private:
    std::vector<CompletionItem> m_items;
};

// What is being written at a place.
struct CompletionRequest
{
    enum class Place
    {
        Nothing,   // inside a number or a text nobody has choices for, behind a complete value
        Operand,   // a value may stand here: functions, words, references
        Reference, // between brackets
        Choice,    // inside a text that has choices
        Part,      // behind a dot
        Operator,  // behind a complete value: and, or
    };
    Place place = Place::Nothing;
    Span replaced;                      // what an accepted completion replaces
    QString typed;                      // of it, before the caret
    const Function *function = nullptr; // the call around it
    int parameter = -1;                 // which parameter that is
    std::string base;                   // Part: the reference before the dot, bracketed
};
CompletionRequest completionAt(std::string_view text, int caret);

struct Completion
{
    CompletionItem item;
    int score = 0;
    QList<int> positions; // of the matched characters in the label
};

// The best fits, best first: fuzzy, things that have the wanted type before others, near names before far ones.
std::vector<Completion> complete(const Vocabulary &vocabulary, const CompletionRequest &request, int most = 60);

} // namespace tessera::model::formula
