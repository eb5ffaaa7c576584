// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas and dynamic texts.
// Source: Sigma's sources and formulas, checker minimum and common mistakes; function index.
#include <algorithm>

#include "model/checks/rules/formula_sites.h"
#include "model/names/rename.h"

namespace tessera::model {

namespace {

void checkSites(CheckContext &context, const Json &body, std::string_view kind, const ElementFacts *owner,
                const QString &label)
{
    visitTextSites(body, kind, [&](const TextSite &site) { checkFormulaSite(context, label, owner, site); });
}

QuickFix withoutSign(const Key &key, const ColumnFacts &column, char sign)
{
    std::string name = column.name;
    std::replace(name.begin(), name.end(), sign, ' ');
    name = toUtf8(toQString(name).simplified());
    if (name.empty())
        name = "Column";
    return {RuleText::tr("Rename it to %1").arg(inQuotes(name)), [key, id = column.id, name](const Workbook &workbook) {
                return makeRenameColumn(workbook, key, id, name);
            }};
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    checkSites(context, element.body(), facts.kind, &facts, label);
    checkFormulaColumns(context, element.body(), facts, label);
    for (std::size_t i = 0; i < facts.columns.size(); ++i) {
        const ColumnFacts &column = facts.columns[i];
        if (column.named && column.name.find('/') != std::string::npos)
            context
                .report("formula.slash-in-name", "/columns/" + std::to_string(i) + "/name",
                        RuleText::tr("%1: the column name %2 contains a slash.").arg(label, inQuotes(column.name)),
                        RuleText::tr("References split at the slash, so formulas cannot name the column."))
                .fix = withoutSign(facts.key, column, '/');
        if (column.named && column.name.find('$') != std::string::npos)
            context
                .report(
                    "formula.dollar-in-name", "/columns/" + std::to_string(i) + "/name",
                    RuleText::tr("%1: the column name %2 contains a dollar sign.").arg(label, inQuotes(column.name)),
                    RuleText::tr("References of other columns to it break. The sign belongs into the format."))
                .fix = withoutSign(facts.key, column, '$');
    }
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    checkSites(context, block.body(), {}, nullptr, labelOf(block, scope));
}

void checkWorkbook(CheckContext &context, const Json &, const Json &contents, const Json &)
{
    checkSites(context, contents, {}, nullptr, RuleText::tr("The workbook"));
}

std::vector<RuleInfo> rows()
{
    return {
        {"formula.syntax", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Formula that cannot be read"),
         QT_TRANSLATE_NOOP("Rules", "The formula breaks the grammar of the formula language."), "Invalid Query"},
        {"formula.unknown-function", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Unknown function"),
         QT_TRANSLATE_NOOP("Rules",
                           "Neither a function of Sigma nor, as far as this file tells, one of your organisation."),
         "Unknown function"},
        {"formula.arity", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Number of arguments"),
         QT_TRANSLATE_NOOP("Rules", "The function takes fewer or more arguments."), "expected 3 arguments, got 2"},
        {"formula.operator-call", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Operator written like a function"),
         QT_TRANSLATE_NOOP("Rules", "Not(…), And(…) and Or(…) are read but give empty rows; they are operators.")},
        {"formula.loose-syntax", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Spelling that Sigma does not document"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Texts stand in double quotes, equal is written =, not equal !=. Other spellings may be refused."),
         "Invalid Query"},
        {"formula.type", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Value of the wrong type"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Sigma takes the formula, but it shows an error where a text is added like a number, a condition is no "
             "comparison, or a function gets another type than it needs. Columns whose type only the warehouse "
             "knows fit everywhere."),
         "Argument 1 invalid, Expected text; received …"},
        {"formula.choice", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Word that the function does not know"),
         QT_TRANSLATE_NOOP("Rules", "Some functions take one of a few words, such as the unit of a date."),
         "Invalid Query"},
        {"formula.list-compared", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "List control compared with one value"),
         QT_TRANSLATE_NOOP("Rules", "A list control with several values is a set; = compares it with nothing."),
         "Expected text; received variant"},
        {"formula.aggregate-level", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Aggregate at the wrong level"),
         QT_TRANSLATE_NOOP("Rules", "An aggregate cannot aggregate an aggregate, and some functions need an aggregate "
                                    "where a row value stands."),
         "multiple values"},
        {"formula.calculation-level", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Calculation without an aggregate"),
         QT_TRANSLATE_NOOP("Rules",
                           "The calculations of a grouping give one value for each group, so they need an aggregate."),
         "multiple values"},
        {"formula.key-value-level", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Key figure without an aggregate"),
         QT_TRANSLATE_NOOP("Rules", "The value of a KPI is one number made of all rows.")},
        {"formula.unknown-column", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column that the source does not have"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "[Element/Column] names a column that the element does not declare. Columns of a source are visible "
             "below only where they are declared."),
         "Dependency not found: '<element>/<column>', Unknown column \"[X]\""},
        {"formula.unknown-prefix", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Prefix that names nothing"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Before the slash stands the name of the source (a table's last path part, Custom SQL, a join leg) or of "
             "an element; never an id."),
         "Dependency not found: '<x>/<y>', Unknown column \"[X]\""},
        {"formula.unknown-name", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Name that means nothing here"),
         QT_TRANSLATE_NOOP("Rules", "Without a prefix a name means a column of the same element or a control."),
         "Unknown column \"[X]\""},
        {"formula.sql-handle", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown control in SQL"),
         QT_TRANSLATE_NOOP("Rules", "{{…}} in a statement inserts the value of a control, by its controlId."),
         "Control not found"},
        {"formula.unrelated-element", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Column of another element"),
         QT_TRANSLATE_NOOP("Rules", "The formula of a column sees its own element and the source. Columns of any other "
                                    "element, also of the source's source, come through Lookup(…) or Rollup(…), or are "
                                    "declared in the source first."),
         "Unknown column \"[X]\""},
        {"formula.lookup-elements", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Lookup in several elements"),
         QT_TRANSLATE_NOOP("Rules", "One Lookup(…) or Rollup(…) reads one other element: its value and its keys."),
         "cannot reference more than one external relation"},
        {"formula.repeated-aggregate", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Sum of repeated values"),
         QT_TRANSLATE_NOOP("Rules",
                           "A calculation of a grouping stands on every row of its group where the table is read "
                           "without a grouping. Adding it up counts it many times; the largest is still right."),
         "multiple values"},
        {"formula.template-format", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Format in a template"),
         QT_TRANSLATE_NOOP("Rules", "After the bar stands a format of d3, such as ,.0f or .1%, or for dates one of "
                                    "strftime, such as %b %Y."),
         "Invalid Query"},
        {"formula.circular", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column that needs itself"),
         QT_TRANSLATE_NOOP("Rules",
                           "A column refers to itself, directly or through others. Often a prefix is missing."),
         "Circular column reference to [X]"},
        {"formula.ambiguous", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Name of several elements"),
         QT_TRANSLATE_NOOP("Rules", "Elements that formulas refer to by name should have different names.")},
        {"formula.slash-in-name", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Slash in a column name"),
         QT_TRANSLATE_NOOP(
             "Rules", "References split at the first slash, so a column with a slash in its name cannot be named."),
         "Unknown column"},
        {"formula.dollar-in-name", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Dollar sign in a column name"),
         QT_TRANSLATE_NOOP("Rules", "Columns of the same element cannot refer to a column with $ in its name."),
         "Unknown column"},
        {"formula.template-open", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Template that is not closed"),
         QT_TRANSLATE_NOOP("Rules", "What follows {{ is shown as plain text when }} is missing.")},
        {"formula.list-in-text", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "List control in a text"),
         QT_TRANSLATE_NOOP("Rules", "The value of a list control cannot be written into a text."), "Invalid Query"},
        {"formula.card-binding", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Row of a repeated card"),
         QT_TRANSLATE_NOOP("Rules", "Values of the card's row come back from Sigma but are rejected when sent."),
         "Dependency not found"},
    };
}

} // namespace

RuleTopic formulaTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Formulas"), rows(), checkWorkbook, checkElement, checkBlock, {}};
}

} // namespace tessera::model
