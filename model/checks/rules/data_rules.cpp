// SPDX-License-Identifier: GPL-3.0-or-later
// Controls, input tables and where data comes from.
// Source: Sigma's control wiring, input-table shapes, source kinds.
#include "model/checks/rules/input_table_rules.h"
#include "model/checks/rules/rule_support.h"
#include "model/checks/rules/value_list_rules.h"
#include "model/edit/property_edit.h"
#include "model/formula/lexer.h"
#include "model/workbook/views/column_view.h"

namespace tessera::model {

namespace {

// --- Controls ---

// Filters a text copy of the column instead, which the table gets.
QuickFix textColumnFix(const CheckContext &context, const std::string &path, const ElementFacts &table,
                       const ColumnFacts &column)
{
    const auto make = [control = context.key(), path, table = table.key, columnId = column.id,
                       name = column.name](const Workbook &workbook) -> std::vector<Change> {
        const Object *element = workbook.elements.find(table);
        if (!element || name.empty())
            return {};
        std::string id = columnId + "-text";
        for (int n = 2; columnOf(*element, id); ++n)
            id = columnId + "-text-" + std::to_string(n);
        const Json &columns = items(element->body(), "columns");
        std::vector<Change> changes =
            setProperty(workbook, Scope::Element, table, "/columns/" + std::to_string(columns.size()),
                        Json{{"id", id}, {"name", name + " (text)"}, {"formula", "Text([" + escapeName(name) + "])"}});
        for (Change &change : setProperty(workbook, Scope::Element, control, path, id))
            changes.push_back(std::move(change));
        return changes;
    };
    return changesFix(RuleText::tr("Filter a text copy of the column"), make);
}

bool isNumberOrDate(CheckContext &context, const ElementFacts &table, const ColumnFacts &column)
{
    using formula::ValueType;
    const ValueType type = context.typeOf(table.key, column.id);
    return type == ValueType::Number || type == ValueType::Date ||
           (type == ValueType::Any && column.type == ColumnType::Date);
}

void checkListWiring(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    eachItem(body, "filters", "", [&](const Json &filter, const std::string &path) {
        const FactsPtr table = context.byId(stringMember(child(filter, "source"), "elementId"));
        const bool fits =
            table && !isChartKind(table->kind) && table->kind != "pivot-table"; // what does not is another rule's
        const ColumnFacts *column = fits ? table->columnById(textAt(filter, "columnId")) : nullptr;
        if (column && isNumberOrDate(context, *table, *column))
            context
                .report(
                    "data.list-on-number", path + "/columnId",
                    RuleText::tr("%1 is a list, but %2 holds numbers or dates.")
                        .arg(labelOf(facts), inQuotes(column->name)),
                    RuleText::tr("Sigma strips such a wiring without a word. Add a column Text([%1]) and filter that.")
                        .arg(toQString(column->name)))
                .fix = textColumnFix(context, path + "/columnId", *table, *column);
    });
}

// The one value of a list as the value itself.
QuickFix singleValueFix(const CheckContext &context)
{
    const auto make = [key = context.key()](const Workbook &workbook) -> std::vector<Change> {
        const Object *control = workbook.elements.find(key);
        if (!control || !has(control->body(), "values"))
            return {};
        const Json &values = child(control->body(), "values");
        std::vector<Change> changes = setProperty(workbook, Scope::Element, key, "/values", std::nullopt);
        if (!has(control->body(), "value")) {
            const Json value = values.is_array() && values.size() == 1 ? values.front() : Json();
            for (Change &change : setProperty(workbook, Scope::Element, key, "/value", value))
                changes.push_back(std::move(change));
        }
        return changes;
    };
    return changesFix(RuleText::tr("Write it as “value”"), make);
}

void checkControl(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    if (facts.controlType == "list") {
        checkListWiring(context, body, facts);
        if (textAt(body, "selectionMode") == "single" && child(body, "values").is_array())
            context
                .report("data.single-list-values", "/values",
                        RuleText::tr("%1 takes one value, but has a list of them.").arg(label),
                        RuleText::tr("A single selection has “value”; with “values” it loses filter and default."))
                .fix = singleValueFix(context);
    }
    if (facts.controlType == "synced") {
        for (const char *key : {"filters", "source", "name", "values", "value"}) {
            if (has(body, key))
                context
                    .report(
                        "data.synced-field", std::string("/") + key,
                        RuleText::tr("%1 only mirrors another control; %2 belongs there.").arg(label, inQuotes(key)))
                    .fix = removeFix(RuleText::tr("Remove it"), context, std::string("/") + key);
        }
    }
    const Json &source = child(body, "source");
    const Json &labels = child(source, "labels");
    if (textAt(source, "kind") == "manual" && labels.is_array() && labels.size() != items(source, "values").size())
        context
            .report("data.value-labels", "/source/labels",
                    RuleText::tr("%1: values and labels differ in number.").arg(label),
                    RuleText::tr("They belong together by position."))
            .fix = resizeFix(RuleText::tr("Show the value itself where a label is missing"), context, "/source/labels",
                             labels, items(source, "values").size());
}

// --- Sources ---

bool isUuidLike(std::string_view id)
{
    return id.size() >= 8 && id.find("YOUR") == std::string_view::npos && id.find('<') == std::string_view::npos &&
           id.find(' ') == std::string_view::npos;
}

void checkSource(CheckContext &context, const Json &source, const std::string &path, const QString &label,
                 int depth = 0)
{
    if (!source.is_object() || depth > 12)
        return;
    const std::string connection = stringMember(source, "connectionId");
    // Of templates and imported tables; also …0001 and the like.
    const bool zero = connection.size() > 1 && connection.find_first_not_of("0-") >= connection.size() - 1;
    if (zero || (!connection.empty() && !isUuidLike(connection) && connection.find("YOUR") != std::string::npos))
        context.report("data.connection-placeholder", path + "/connectionId",
                       RuleText::tr("%1: the connection id %2 is a placeholder.").arg(label, inQuotes(connection)),
                       RuleText::tr("Put in the id of a connection of your organisation before deploying."));
    if (depth > 0 && textAt(source, "kind") == "table" && textAt(source, "groupingId") == "base")
        context
            .report("data.join-artefact", path + "/groupingId",
                    RuleText::tr("%1: Sigma returns this grouping but does not take it.").arg(label))
            .fix = removeFix(RuleText::tr("Remove it"), context, path + "/groupingId");
    for (const char *key : {"primarySource", "source", "left", "right"})
        checkSource(context, child(source, key), joinPointer(path, key), label, depth + 1);
    eachItem(source, "joins", path, [&](const Json &join, const std::string &at) {
        checkSource(context, join, at, label, depth + 1);
        if (textAt(child(join, "right"), "kind") == "table" && stringMember(join, "groupingId") == "base")
            context
                .report("data.join-artefact", at + "/groupingId",
                        RuleText::tr("%1: Sigma returns this grouping but does not take it.").arg(label))
                .fix = removeFix(RuleText::tr("Remove it"), context, at + "/groupingId");
    });
    eachItem(source, "sources", path,
             [&](const Json &part, const std::string &at) { checkSource(context, part, at, label, depth + 1); });
    eachItem(source, "matches", path, [&](const Json &match, const std::string &at) {
        if (items(match, "sourceColumns").size() != items(source, "sources").size())
            context
                .report("data.union-columns", at + "/sourceColumns",
                        RuleText::tr("%1: a column of the union does not name one column for each source.").arg(label),
                        RuleText::tr("Write null for a source that lacks it."))
                .fix = resizeFix(RuleText::tr("Fill up with null, or cut"), context, at + "/sourceColumns",
                                 items(match, "sourceColumns"), items(source, "sources").size());
    });
}

// A table nobody reads, on a page nobody sees.
void checkUse(CheckContext &context, const ElementFacts &facts)
{
    if (facts.kind != "table" || facts.id.empty() || context.isRead(facts.id))
        return;
    const CheckContext::Block block = context.blockOfElement(facts.id);
    if (!block.object || block.scope != Scope::Page || textAt(block.object->body(), "visibility") != "hidden")
        return;
    if (!facts.fold.empty() && context.isMentioned(facts.fold))
        return;
    context.report("data.unused", "",
                   RuleText::tr("%1 stands on a hidden page and nothing reads it.").arg(labelOf(facts)),
                   RuleText::tr("Use it as a source, show it, or remove it."));
}

// Charts over rows that people type: a table between them has proved safer.
void checkInputConsumer(CheckContext &context, const ElementFacts &facts)
{
    const FactsPtr table = isChartKind(facts.kind) && facts.source->kind == FactsSource::Element
                               ? context.byId(facts.source->elementId)
                               : nullptr;
    if (table && table->kind == "input-table")
        context.report("data.input-consumer", "/source/elementId",
                       RuleText::tr("%1 reads %2 itself.").arg(labelOf(facts), labelOf(*table)),
                       RuleText::tr("Put a table between them: some versions of Sigma could not show this."));
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    const Json &body = element.body();
    checkInputConsumer(context, facts);
    checkSource(context, child(body, "source"), "/source", labelOf(facts));
    if (facts.kind == "control")
        checkControl(context, body, facts);
    else if (facts.kind == "input-table")
        checkInputTable(context, body, facts);
    else
        checkUse(context, facts);
}

std::vector<RuleInfo> rows()
{
    return {
        {"data.list-on-number", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "List control on numbers or dates"),
         QT_TRANSLATE_NOOP("Rules", "The wiring of a list to a number or date column is stripped without a word.")},
        {"data.single-list-values", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Single selection with a list"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "A list control with a single selection has value, not values; otherwise it loses filter and default.")},
        {"data.synced-field", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Settings of a synced control"),
         QT_TRANSLATE_NOOP("Rules", "A synced control mirrors another one and has no settings of its own."),
         "Invalid kind: \"control\""},
        {"data.value-labels", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Labels of values"),
         QT_TRANSLATE_NOOP("Rules", "Values and labels of a control are two lists of one length."),
         "Invalid kind: \"control\""},
        {"data.system-column", Severity::Error, QT_TRANSLATE_NOOP("Rules", "System column with settings"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "ID, CREATED_AT, CREATED_BY, UPDATED_AT and UPDATED_BY carry an id and perhaps a name. Sigma adds more "
             "when it returns them; that must go."),
         "system column … cannot set type or formula"},
        {"data.column-shape", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Shape of an input column"),
         QT_TRANSLATE_NOOP("Rules", "A column of an input table has exactly one of type, key and formula."),
         "Invalid kind: \"input-table\""},
        {"data.validation-slot", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Two rules for one column"),
         QT_TRANSLATE_NOOP("Rules", "At most one of values, valuesFrom and range."), "Invalid kind: \"input-table\""},
        {"data.hidden-input-column", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Hidden input column"),
         QT_TRANSLATE_NOOP("Rules", "Hidden columns of input tables are accepted and then removed.")},
        {"data.input-source", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Source of an input table"),
         QT_TRANSLATE_NOOP("Rules", "Input tables are empty or linked to an element."),
         "Invalid kind: \"input-table\""},
        {"data.key-without-parent", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Key column without a parent"),
         QT_TRANSLATE_NOOP("Rules", "Key columns name a column of the parent of a linked input table."),
         "Invalid kind: \"input-table\""},
        {"data.linked-key", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Linked input table without a key"),
         QT_TRANSLATE_NOOP("Rules", "The key says which row of the parent a typed value belongs to."),
         "Invalid kind: \"input-table\""},
        {"data.connection-write", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Connection without write access"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Input tables write through their connection; the profile of the organisation says that this one cannot."),
         "write access DISABLED"},
        {"data.connection-variant", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column type that the warehouse lacks"),
         QT_TRANSLATE_NOOP("Rules", "Columns of several values and of files need a warehouse with a variant type.")},
        {"data.variant-type", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Warehouse for several values and files"),
         QT_TRANSLATE_NOOP("Rules",
                           "Whether the warehouse behind an input table has a variant type is known only in your "
                           "organisation, or to its profile.")},
        {"data.entry-permission", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Data entry permission"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Who may type into an input table is set in Sigma only, for each table; by default only the draft takes "
             "entries."),
         "Edits can only be made in draft mode"},
        {"data.connection-placeholder", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Placeholder for a connection"),
         QT_TRANSLATE_NOOP("Rules", "The id of a connection is known only in your organisation.")},
        {"data.sql-semicolon", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Semicolon after a statement"),
         QT_TRANSLATE_NOOP("Rules", "A statement becomes part of a larger one and must not end with a semicolon.")},
        {"data.join-artefact", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Grouping of a join leg"),
         QT_TRANSLATE_NOOP("Rules", "Sigma returns a grouping “base” on legs of joins that it does not take back."),
         "Grouping not found: 'base'"},
        {"data.union-columns", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Columns of a union"),
         QT_TRANSLATE_NOOP("Rules", "Each column of a union names one column of every source, or null.")},
        {"data.choices", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Choices of a column"),
         QT_TRANSLATE_NOOP("Rules", "Pills and multiple selection need a list of choices.")},
        {"data.column-type", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Type of an input column"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "There are six types of columns; a choice of one value is a text, number or datetime with values."),
         "Invalid kind: \"input-table\""},
        {"data.choice-objects", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Choices as maps"),
         QT_TRANSLATE_NOOP("Rules", "The choices of an input column are plain values."),
         "Invalid kind: \"input-table\""},
        {"data.choice-type", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Choices of another type"),
         QT_TRANSLATE_NOOP("Rules", "The choices of a column have the type of the column.")},
        {"data.parent-filters", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Filters of the parent"),
         QT_TRANSLATE_NOOP("Rules", "A linked input table has a row for each key of its parent, whatever the filters "
                                    "of the parent leave out.")},
        {"data.key-name", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Column of the parent without a name"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Columns taken from the parent of a linked input table need a name of their own to be named elsewhere."),
         "Unknown column"},
        {"data.input-consumer", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Chart on an input table"),
         QT_TRANSLATE_NOOP("Rules", "A table between an input table and its charts has proved safer.")},
        {"data.publish", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Publishing an input table"),
         QT_TRANSLATE_NOOP("Rules", "What people type is read from the published version only.")},
        {"data.unused", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Table without use"),
         QT_TRANSLATE_NOOP("Rules", "A table on a hidden page that no element, control or formula reads.")},
    };
}

} // namespace

RuleTopic dataTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Controls and data"), rows(), {}, checkElement, {}, {}};
}

} // namespace tessera::model
