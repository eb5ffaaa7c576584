// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/input_table_rules.h"

#include <algorithm>
#include <array>
#include <vector>

#include "model/checks/rules/value_list_rules.h"
#include "model/edit/property_edit.h"
#include "model/formula/lexer.h"
#include "model/names/text_edit.h"

namespace tessera::model {

namespace {

bool isVoid(const Json &value)
{
    return value.is_null() || (value.is_structured() && value.empty()) || (value.is_string() && textOf(value).empty());
}

// None, or several, of some keys that exclude each other; where all but one hold nothing, those go.
void checkAlternatives(CheckContext &context, const char *rule, std::initializer_list<std::string_view> keys,
                       const Json &column, const std::string &path, const QString &message, const QString &hint)
{
    std::vector<std::string> present, empty;
    for (const auto &[key, value] : column.items()) {
        if (std::find(keys.begin(), keys.end(), std::string_view(key)) != keys.end())
            (isVoid(value) ? empty : present).push_back(joinPointer(path, key));
    }
    Diagnostic &finding = context.report(rule, path, message, hint);
    if (present.size() != 1)
        return;
    finding.fix =
        changesFix(RuleText::tr("Remove what is empty"), [key = context.key(), empty](const Workbook &workbook) {
            std::vector<Change> changes;
            // From the last, so that the places of the others stay right.
            for (auto place = empty.rbegin(); place != empty.rend(); ++place) {
                for (Change &change : setProperty(workbook, Scope::Element, key, *place, std::nullopt))
                    changes.push_back(std::move(change));
            }
            return changes;
        });
}

void checkInputColumn(CheckContext &context, const Json &column, const std::string &path, const QString &label)
{
    if (!column.is_object())
        return;
    const std::string id = stringMember(column, "id");
    if (child(column, "hidden") == Json(true))
        context
            .report("data.hidden-input-column", path + "/hidden",
                    RuleText::tr("%1: hiding the column %2 removes it.").arg(label, inQuotes(id)),
                    RuleText::tr(
                        "Sigma drops hidden columns of input tables. Write helpers into the formulas that need them."))
            .fix = removeFix(RuleText::tr("Show the column"), context, path + "/hidden");
    if (isSystemColumn(id)) {
        for (const char *key : {"type", "formula", "key", "values", "valuesFrom", "range"}) {
            if (has(column, key))
                context
                    .report(
                        "data.system-column", path + '/' + key,
                        RuleText::tr("%1: the system column %2 cannot set %3.").arg(label, inQuotes(id), inQuotes(key)),
                        RuleText::tr("Sigma fills it in. A column of your own needs another id."))
                    .fix = removeFix(RuleText::tr("Remove it"), context, path + '/' + key);
        }
        return;
    }
    const int shapes = has(column, "key") + has(column, "type") + has(column, "formula");
    if (shapes != 1)
        checkAlternatives(
            context, "data.column-shape", {"key", "type", "formula"}, column, path,
            shapes == 0 ? RuleText::tr("%1: the column %2 has no type, key or formula.").arg(label, inQuotes(id))
                        : RuleText::tr("%1: the column %2 mixes type, key and formula.").arg(label, inQuotes(id)),
            RuleText::tr("A column is typed in (type), taken from the parent (key), or computed (formula)."));
    if (has(column, "values") + has(column, "valuesFrom") + has(column, "range") > 1)
        checkAlternatives(
            context, "data.validation-slot", {"values", "valuesFrom", "range"}, column, path,
            RuleText::tr("%1: the column %2 has more than one rule for its values.").arg(label, inQuotes(id)),
            RuleText::tr("Use one of values, valuesFrom and range."));
}

// Names that other products, and people, give the types.
std::string typeFor(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, const char *>, 16> names = {
        {{"single-select", "text"},
         {"select", "text"},
         {"string", "text"},
         {"integer", "number"},
         {"int", "number"},
         {"float", "number"},
         {"decimal", "number"},
         {"currency", "number"},
         {"date", "datetime"},
         {"timestamp", "datetime"},
         {"date-time", "datetime"},
         {"boolean", "checkbox"},
         {"bool", "checkbox"},
         {"logical", "checkbox"},
         {"multiselect", "multi-select"},
         {"files", "file"}}};
    for (const auto &[from, to] : names) {
        if (from == name)
            return to;
    }
    return closest(name, {"text", "number", "datetime", "checkbox", "multi-select", "file"});
}

void checkColumnType(CheckContext &context, const Json &column, const std::string &path, const QString &label)
{
    const std::string type = stringMember(column, "type");
    if (type.empty() || isSystemColumn(textAt(column, "id")) ||
        isOneOf(type, {"text", "number", "datetime", "checkbox", "multi-select", "file"}))
        return;
    Diagnostic &finding = context.report(
        "data.column-type", path + "/type", RuleText::tr("%1: %2 is no type of a column.").arg(label, inQuotes(type)),
        RuleText::tr(
            "Columns are text, number, datetime, checkbox, multi-select or file; one of several values is a text, "
            "number or datetime with a list of values."));
    if (const std::string better = typeFor(foldName(type)); !better.empty())
        finding.fix = setFix(RuleText::tr("Change it to %1").arg(inQuotes(better)), context, path + "/type", better);
}

// Choices and pills belong to columns people select in.
void checkChoices(CheckContext &context, const Json &column, const std::string &path, const QString &label)
{
    const bool choices = has(column, "values") || has(column, "valuesFrom");
    const std::string id = stringMember(column, "id");
    if (has(column, "pills") && !choices)
        context
            .report("data.choices", path + "/pills",
                    RuleText::tr("%1: the column %2 has pills but no choices.").arg(label, inQuotes(id)),
                    RuleText::tr("Pills show the choices of a column: give it values, or leave them out."))
            .fix = removeFix(RuleText::tr("Remove the pills"), context, path + "/pills");
    if (textAt(column, "type") == "multi-select" && !choices)
        context.report(
            "data.choices", path + "/values",
            RuleText::tr("%1: the column %2 takes several choices but offers none.").arg(label, inQuotes(id)),
            RuleText::tr("List the choices in values, or take them from a column with valuesFrom."));
}

// The column of the parent that a column shows: by its key, or by a formula that is nothing but its name.
std::string parentColumnName(const ElementFacts *parent, const Json &column)
{
    if (has(column, "key")) {
        const ColumnFacts *named = parent ? parent->columnById(stringMember(column, "key")) : nullptr;
        return named ? named->name : std::string();
    }
    const std::string_view formula = textAt(column, "formula");
    const auto references = referencesIn(formula, TextLanguage::Formula);
    const bool alone = parent && references.size() == 1 && references[0].reference.hasPrefix &&
                       foldName(references[0].reference.prefix) == parent->fold && formula.starts_with('[') &&
                       formula.find(']') == formula.size() - 1;
    return alone ? references[0].reference.name : std::string();
}

// A column that comes from the parent: formulas and texts elsewhere need its name.
void checkParentName(CheckContext &context, const Json &column, const std::string &path, const QString &label,
                     const ElementFacts *parent)
{
    if (has(column, "name") || isSystemColumn(textAt(column, "id")))
        return;
    const std::string name = parentColumnName(parent, column);
    const bool key = !stringMember(column, "key").empty();
    if (!key && name.empty())
        return;
    const QString id = inQuotes(stringMember(column, "id"));
    Diagnostic &finding =
        context.report("data.key-name", path + "/name",
                       key ? RuleText::tr("%1: the key column %2 has no name.").arg(label, id)
                           : RuleText::tr("%1: the column %2 of the parent has no name.").arg(label, id),
                       RuleText::tr("Texts and formulas of other elements can name it only when it has one."));
    if (!name.empty())
        finding.fix =
            setFix(RuleText::tr("Call it %1, as the parent does").arg(inQuotes(name)), context, path + "/name", name);
}

// What the parent of a linked table leaves out by filters of its own comes back in the linked table.
void checkParent(CheckContext &context, const ElementFacts &parent, const QString &label)
{
    if (parent.filtered)
        context.report("data.parent-filters", "/source/from",
                       RuleText::tr("%1: the filters of %2 do not limit the linked table.").arg(label, labelOf(parent)),
                       RuleText::tr("Every row of the parent is there. Limit the warehouse table or statement instead, "
                                    "or link to a table that "
                                    "reads the filtered one."));
}

// Columns of several values and of files need a variant type of the warehouse. Without a profile somebody has to look.
void checkVariant(CheckContext &context, const Json &body, const std::string &connection, std::optional<bool> variant,
                  const QString &label)
{
    bool told = variant == std::optional(true);
    eachItem(body, "columns", "", [&](const Json &column, const std::string &path) {
        const std::string_view type = textAt(column, "type");
        if (told || !isOneOf(type, {"multi-select", "file"}))
            return;
        if (variant)
            context.report(
                "data.connection-variant", path + "/type",
                RuleText::tr("%1: the warehouse behind %2 has no type for a %3 column.")
                    .arg(label, inQuotes(connection), inQuotes(type)),
                RuleText::tr(
                    "Several values and files need a variant type, which Snowflake has and Databricks has not."));
        else
            context.report(
                "data.variant-type", path + "/type",
                RuleText::tr("%1: make sure that the warehouse can hold a %2 column.").arg(label, inQuotes(type)),
                RuleText::tr("It needs a variant type, which Snowflake has and Databricks has not."));
        told = !variant; // one step for the table is enough
    });
}

// What the profile of the organisation knows about the connection.
void checkConnection(CheckContext &context, const Json &body, const QString &label)
{
    const std::string id = stringMember(child(body, "source"), "connectionId");
    const OrganisationProfile::Connection *connection = context.profile().connection(id);
    if (connection && connection->writeAccess == std::optional(false))
        context.report(
            "data.connection-write", "/source/connectionId",
            RuleText::tr("%1: the connection %2 has no write access.").arg(label, inQuotes(id)),
            RuleText::tr(
                "What people type is stored through it. Choose another connection, or have write access switched on."));
    checkVariant(context, body, id, connection ? connection->variant : std::nullopt, label);
}

// A source of another kind that says what it reads and where it writes; an uploaded file ends as an empty table.
std::optional<Json> sourceMeant(const Json &source)
{
    const std::string parent = stringMember(source, "elementId"), connection = stringMember(source, "connectionId");
    if (connection.empty())
        return std::nullopt;
    if (!parent.empty())
        return Json{{"kind", "linked"}, {"from", parent}, {"connectionId", connection}};
    return isOneOf(textAt(source, "kind"), {"csv", "csv-table"})
               ? std::optional<Json>(Json{{"kind", "empty"}, {"connectionId", connection}})
               : std::nullopt;
}

} // namespace

void checkInputTable(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    checkConnection(context, body, label);
    const std::string_view kind = textAt(child(body, "source"), "kind");
    if (!kind.empty() && kind != "empty" && kind != "linked") {
        Diagnostic &finding =
            context.report("data.input-source", "/source/kind",
                           RuleText::tr("%1: an input table cannot have the source %2.").arg(label, inQuotes(kind)),
                           RuleText::tr("It is empty, or linked to another element."));
        if (const auto meant = sourceMeant(child(body, "source")))
            finding.fix =
                setFix(RuleText::tr("Make it %1").arg(inQuotes(textAt(*meant, "kind"))), context, "/source", *meant);
    }
    const FactsPtr parent = kind == "linked" ? context.byId(stringMember(child(body, "source"), "from")) : nullptr;
    if (parent)
        checkParent(context, *parent, label);
    bool key = false;
    eachItem(body, "columns", "", [&](const Json &column, const std::string &path) {
        key |= has(column, "key");
        checkInputColumn(context, column, path, label);
        checkColumnType(context, column, path, label);
        checkChoices(context, column, path, label);
        checkColumnChoices(context, column, path, label);
        if (kind == "linked")
            checkParentName(context, column, path, label, parent.get());
        if (has(column, "key") && kind == "empty")
            context.report("data.key-without-parent", path + "/key",
                           RuleText::tr("%1 has a key column but no parent.").arg(label),
                           RuleText::tr("Only linked input tables have key columns."));
    });
    if (kind == "linked" && !key)
        context.report("data.linked-key", "/columns", RuleText::tr("%1 is linked but has no key column.").arg(label),
                       RuleText::tr("Add a column {id, key} that names a unique column of the parent."));
    context.report("data.publish", "",
                   RuleText::tr("%1: publish the workbook before reading what was typed.").arg(label),
                   RuleText::tr("Queries read the published version: until then the table has no rows for others."));
    context.report(
        "data.entry-permission", "", RuleText::tr("%1: set the data entry permission in Sigma.").arg(label),
        RuleText::tr("Element menu, Set data entry permission. By default rows can be typed only in the draft."));
}

} // namespace tessera::model
