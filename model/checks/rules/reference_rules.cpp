// SPDX-License-Identifier: GPL-3.0-or-later
// References by id within the document: sources, groupings, columns, wiring of controls, panels and overlays.
// Source: Sigma's workbook code representation and control wiring.
#include <algorithm>
#include <set>

#include "model/checks/rules/rule_support.h"
#include "model/checks/rules/schema_fixes.h"
#include "model/edit/property_edit.h"
#include "model/formula/lexer.h"
#include "model/names/text_edit.h"

namespace tessera::model {

namespace {

// --- Sources ---

// The id of the only element of this name: what is meant where a name stands in place of an id. "": none.
std::string idOfNamed(const CheckContext &context, const std::string &name)
{
    const auto named = context.byName(foldName(name));
    return named.size() == 1 ? named.front()->id : std::string();
}

// Takes the id of the element whose name was written; false when there is none.
bool offerNamed(CheckContext &context, Diagnostic &finding, const std::string &name, const std::string &path)
{
    const std::string meant = idOfNamed(context, name);
    if (!meant.empty())
        finding.fix = setFix(RuleText::tr("Use the id %1").arg(inQuotes(meant)), context, path, meant);
    return !meant.empty();
}

void checkElementId(CheckContext &context, const QString &label, const Json &holder, std::string_view key,
                    const std::string &path)
{
    const std::string id = stringMember(holder, key);
    if (id.empty() || context.byId(id))
        return;
    Diagnostic &finding =
        context.report("reference.source", joinPointer(path, key),
                       RuleText::tr("%1 takes data from %2, which does not exist.").arg(label, inQuotes(id)),
                       RuleText::tr("Choose an element of this workbook. Ids count upper and lower case."));
    offerNamed(context, finding, id, joinPointer(path, key));
}

void unknownGrouping(CheckContext &context, const QString &label, const ElementFacts &element,
                     const std::string &grouping, const std::string &path)
{
    Diagnostic &finding = context.report("reference.grouping", path,
                                         RuleText::tr("%1 reads the grouping %2, which %3 does not have.")
                                             .arg(label, inQuotes(grouping), labelOf(element)),
                                         RuleText::tr("Choose one of its groupings, or none for the rows themselves."));
    if (element.groupings.size() == 1 && !element.groupings.front().empty())
        finding.fix = setFix(RuleText::tr("Read its only grouping %1").arg(inQuotes(element.groupings.front())),
                             context, path, element.groupings.front());
}

void checkSource(CheckContext &context, const QString &label, const Json &source, const std::string &path,
                 int depth = 0)
{
    if (!source.is_object() || depth > 12)
        return;
    const std::string_view kind = textAt(source, "kind");
    if (kind == "table") {
        checkElementId(context, label, source, "elementId", path);
        const std::string grouping = stringMember(source, "groupingId");
        const FactsPtr element = context.byId(stringMember(source, "elementId"));
        const auto known = [&](const std::string &id) {
            return std::find(element->groupings.begin(), element->groupings.end(), id) != element->groupings.end();
        };
        if (!grouping.empty() && grouping != "base" && element && !known(grouping))
            unknownGrouping(context, label, *element, grouping, joinPointer(path, "groupingId"));
    } else if (kind == "linked") {
        checkElementId(context, label, source, "from", path);
    } else if (kind == "code-output") {
        checkElementId(context, label, source, "elementId", path);
    }
    for (const char *key : {"primarySource", "source", "left", "right"})
        checkSource(context, label, child(source, key), joinPointer(path, key), depth + 1);
    for (const char *key : {"joins", "sources"})
        eachItem(source, key, path,
                 [&](const Json &part, const std::string &at) { checkSource(context, label, part, at, depth + 1); });
}

// --- Columns of the element itself ---

class ColumnReferences
{
public:
    ColumnReferences(CheckContext &context, const ElementFacts &facts)
        : m_context(context)
        , m_facts(facts)
        , m_label(labelOf(facts))
    {
    }

    void run(const Json &body)
    {
        for (const Json &folder : items(body, "folders"))
            m_folders.push_back(stringMember(folder, "id"));
        eachItem(body, "groupings", "", [this](const Json &grouping, const std::string &path) {
            list("reference.column", grouping, "groupBy", path);
            list("reference.column", grouping, "calculations", path);
            sorts(grouping, path);
        });
        list("reference.column", body, "summary", "");
        if (m_facts.kind == "pivot-table")
            list("reference.column", body, "values", "");
        list("reference.inert-column", body, "order", "");
        sorts(body, "");
        eachItem(body, "folders", "", [this](const Json &folder, const std::string &path) {
            list("reference.inert-column", folder, "items", path);
        });
        list("reference.inert-column", child(body, "tableComponents"), "collapsedColumns", "/tableComponents");
        eachItem(body, "columnSecurities", "", [this](const Json &security, const std::string &path) {
            list("reference.inert-column", security, "restrictedColumns", path);
        });
        eachItem(body, "conditionalFormats", "", [this](const Json &format, const std::string &path) {
            list("reference.inert-column", format, "columnIds", path);
        });
        if (m_facts.kind != "control") {
            eachItem(body, "filters", "", [this](const Json &filter, const std::string &path) {
                one("reference.column", child(filter, "columnId"), path + "/columnId");
            });
        }
    }

private:
    void sorts(const Json &holder, const std::string &path)
    {
        eachItem(holder, "sort", path, [this](const Json &sort, const std::string &at) {
            one("reference.column", child(sort, "columnId"), at + "/columnId");
        });
    }

    void list(const char *rule, const Json &holder, const char *key, const std::string &path)
    {
        eachItem(holder, key, path, [&](const Json &item, const std::string &at) {
            if (item.is_string())
                one(rule, item, at);
        });
    }

    void one(const char *rule, const Json &value, const std::string &path)
    {
        const std::string id = stringOf(value);
        if (id.empty() || m_facts.columnById(id) ||
            std::find(m_folders.begin(), m_folders.end(), id) != m_folders.end())
            return;
        const ColumnFacts *named = m_facts.columnByName(id);
        m_context
            .report(rule, path,
                    RuleText::tr("%1 refers to a column %2 that it does not have.").arg(m_label, inQuotes(id)),
                    RuleText::tr("Columns are named by id here, not by name."))
            .fix = named && !named->id.empty()
                       ? setFix(RuleText::tr("Use the id of the column of that name"), m_context, path, named->id)
                       : removeFix(RuleText::tr("Remove the reference"), m_context,
                                   path.ends_with("/columnId") ? parentPointer(path) : path);
    }

    CheckContext &m_context;
    const ElementFacts &m_facts;
    QString m_label;
    std::vector<std::string> m_folders;
};

// --- Controls ---

void checkWiring(CheckContext &context, const ElementFacts &facts, const Json &filter, const std::string &path)
{
    const Json &source = child(filter, "source");
    const std::string id = stringMember(source, "elementId");
    if (textAt(source, "kind") != "table" || id.empty())
        return;
    const FactsPtr target = context.byId(id);
    const QString label = labelOf(facts);
    if (!target) {
        Diagnostic &finding =
            context.report("reference.control-target", path + "/source/elementId",
                           RuleText::tr("%1 filters %2, which does not exist.").arg(label, inQuotes(id)),
                           RuleText::tr("Choose a table of this workbook."));
        if (!offerNamed(context, finding, id, path + "/source/elementId"))
            finding.fix = removeFix(RuleText::tr("Remove this target"), context, path);
        return;
    }
    if (isChartKind(target->kind) || target->kind == "pivot-table") {
        context.report("reference.control-target", path + "/source/elementId",
                       RuleText::tr("%1 filters %2; controls can filter only tables.").arg(label, labelOf(*target)),
                       RuleText::tr("Filter the table it takes its data from; the filter is inherited."));
        return;
    }
    const std::string column = stringMember(filter, "columnId");
    if (!target->columnsListed || column.empty() || target->columnById(column))
        return;
    Diagnostic &finding = context.report(
        "reference.control-column", path + "/columnId",
        RuleText::tr("%1 filters a column %2 that %3 does not have.").arg(label, inQuotes(column), labelOf(*target)),
        RuleText::tr("Sigma accepts this, and the control then does nothing."));
    if (const ColumnFacts *named = target->columnByName(column); named && !named->id.empty())
        finding.fix =
            setFix(RuleText::tr("Use the id of the column of that name"), context, path + "/columnId", named->id);
}

void checkControl(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    eachItem(element.body(), "filters", "",
             [&](const Json &filter, const std::string &path) { checkWiring(context, facts, filter, path); });
    eachItem(element.body(), "targets", "", [&](const Json &target, const std::string &path) {
        checkElementId(context, labelOf(facts), child(target, "source"), "elementId", path + "/source");
    });
    const Json &values = child(element.body(), "source");
    const FactsPtr table = context.byId(stringMember(child(values, "source"), "elementId"));
    if (!table)
        return;
    if (facts.controlType != "legend" && (isChartKind(table->kind) || table->kind == "pivot-table"))
        context.report(
            "reference.control-target", "/source/source/elementId",
            RuleText::tr("%1 takes its values from %2, which is no table.").arg(labelOf(facts), labelOf(*table)),
            RuleText::tr("Use the table it takes its data from."));
    const std::string column = stringMember(values, "columnId");
    if (table->columnsListed && !column.empty() && !table->columnById(column))
        context.report("reference.control-column", "/source/columnId",
                       RuleText::tr("%1 takes its values from a column %2 that %3 does not have.")
                           .arg(labelOf(facts), inQuotes(column), labelOf(*table)),
                       RuleText::tr("Choose a column by its id."));
}

// A column is either a summary of the table or a calculation of a grouping.
void checkSummary(CheckContext &context, const Json &body, const QString &label)
{
    std::set<std::string> calculated;
    for (const Json &grouping : items(body, "groupings")) {
        for (const Json &column : items(grouping, "calculations"))
            calculated.insert(stringOf(column));
    }
    eachItem(body, "summary", "", [&](const Json &column, const std::string &path) {
        if (column.is_string() && calculated.contains(stringOf(column)))
            context
                .report("reference.summary-twice", path,
                        RuleText::tr("%1: the column %2 is both a summary and a calculation.")
                            .arg(label, inQuotes(stringOf(column))),
                        RuleText::tr("Use a second column with the same formula for one of them."))
                .fix = removeFix(RuleText::tr("Remove it from the summary"), context, path);
    });
}

// A table names each column once in its order, in one folder, and at one place of its groupings.
void checkListedTwice(CheckContext &context, const Json &body, const QString &label)
{
    const auto list = [&](const Json &holder, const char *key, const std::string &base, std::set<std::string> &seen) {
        eachItem(holder, key, base, [&](const Json &column, const std::string &path) {
            const std::string id = stringOf(column);
            if (!id.empty() && !seen.insert(id).second)
                context
                    .report("reference.listed-twice", path, RuleText::tr("%1 lists %2 twice.").arg(label, inQuotes(id)),
                            RuleText::tr("Keep one of the two."))
                    .fix = removeFix(RuleText::tr("Remove it here"), context, path);
        });
    };
    std::set<std::string> ordered, filed, grouped;
    list(body, "order", "", ordered);
    eachItem(body, "folders", "",
             [&](const Json &folder, const std::string &path) { list(folder, "items", path, filed); });
    eachItem(body, "groupings", "", [&](const Json &grouping, const std::string &path) {
        list(grouping, "groupBy", path, grouped);
        list(grouping, "calculations", path, grouped);
    });
}

// The name by which formulas that read the element call it.
QuickFix restoreNameFix(const ElementFacts &facts)
{
    const auto make = [key = facts.key, id = facts.id](const Workbook &workbook) -> std::vector<Change> {
        for (const Object &reader : workbook.elements) {
            const ElementFacts read = readFacts(reader);
            if (read.source->elementId != id || id.empty())
                continue;
            for (const Json &column : items(reader.body(), "columns")) {
                for (const TextReference &at : referencesIn(textAt(column, "formula"), TextLanguage::Formula)) {
                    if (at.reference.hasPrefix)
                        return setProperty(workbook, Scope::Element, key, "/name", at.reference.prefix);
                }
            }
        }
        return setProperty(workbook, Scope::Element, key, "/name", id);
    };
    return changesFix(RuleText::tr("Give it its name back"), make);
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    const Json &body = element.body();
    checkSource(context, labelOf(facts), child(body, "source"), "/source");
    if (facts.columnsListed)
        ColumnReferences(context, facts).run(body);
    checkSummary(context, body, labelOf(facts));
    checkListedTwice(context, body, labelOf(facts));
    if (textAt(child(body, "name"), "visibility") == "hidden" && context.isRead(facts.id))
        context
            .report("reference.hidden-name", "/name",
                    RuleText::tr("%1 hides its name, but others take their data from it.").arg(labelOf(facts)),
                    RuleText::tr("Formulas name it. Sigma forgets a hidden name, and the formulas break when the "
                                 "workbook is sent again."))
            .fix = restoreNameFix(facts);
    if (facts.kind == "control")
        checkControl(context, element, facts);
    eachItem(body, "columns", "", [&](const Json &column, const std::string &path) {
        checkElementId(context, labelOf(facts), child(column, "valuesFrom"), "element", path + "/valuesFrom");
    });
}

// --- Overlays and panels ---

std::string idOfNamedPage(const CheckContext &context, const std::string &name)
{
    std::string meant;
    if (context.pages().size() > mostGuesses)
        return meant;
    for (const Object &page : context.pages()) {
        if (foldName(stringMember(page.body(), "name")) != foldName(name))
            continue;
        if (!meant.empty())
            return {};
        meant = page.id();
    }
    return meant;
}

void checkPanel(CheckContext &context, const Object &panel)
{
    const QString label = labelOf(panel, Scope::Panel);
    eachItem(panel.body(), "pages", "", [&](const Json &item, const std::string &path) {
        const std::string id = stringOf(item);
        if (id.empty())
            return;
        const CheckContext::Block page = context.blockById(id);
        if (!page.object || page.scope != Scope::Page) {
            Diagnostic &finding = context.report(
                "reference.panel-page", path,
                page.object ? RuleText::tr("%1 is assigned to %2, which is not a page.")
                                  .arg(label, labelOf(*page.object, page.scope))
                            : RuleText::tr("%1 is assigned to a page %2 that does not exist.").arg(label, inQuotes(id)),
                RuleText::tr("Headers and sidebars belong to pages, never to overlays."));
            const std::string meant = page.object ? std::string() : idOfNamedPage(context, id);
            finding.fix = meant.empty()
                              ? removeFix(RuleText::tr("Remove the assignment"), context, path)
                              : setFix(RuleText::tr("Use the id %1").arg(inQuotes(meant)), context, path, meant);
            return;
        }
        for (const Object &other : context.panels()) {
            if (other.key() == panel.key())
                break; // the first one keeps its page
            const Json &pages = items(other.body(), "pages");
            const bool same = other.kind() == panel.kind() &&
                              std::any_of(pages.begin(), pages.end(), [&](const Json &p) { return textOf(p) == id; });
            if (same) {
                context
                    .report("reference.panel-twice", path,
                            RuleText::tr("%1 already has another %2: %3.")
                                .arg(labelOf(*page.object, page.scope), toQString(panel.kind()),
                                     labelOf(other, Scope::Panel)),
                            RuleText::tr("A page has at most one header and one sidebar."))
                    .fix = removeFix(RuleText::tr("Remove this assignment"), context, path);
                return;
            }
        }
    });
}

void checkPopover(CheckContext &context, const Object &overlay)
{
    const std::string id = stringMember(overlay.body(), "triggerElementId");
    if (id.empty()) {
        if (overlay.kind() == "popover")
            context.report("reference.popover-trigger", "/triggerElementId",
                           RuleText::tr("%1 opens from no button.").arg(labelOf(overlay, Scope::Overlay)),
                           RuleText::tr("A popover opens from a button."));
        return;
    }
    const FactsPtr button = context.byId(id);
    const QString label = labelOf(overlay, Scope::Overlay);
    if (!button || button->kind != "button") {
        context.report("reference.popover-trigger", "/triggerElementId",
                       button
                           ? RuleText::tr("%1 opens from %2, which is not a button.").arg(label, labelOf(*button))
                           : RuleText::tr("%1 opens from an element %2 that does not exist.").arg(label, inQuotes(id)),
                       RuleText::tr("A popover opens from a button."));
    } else if (!button->actions.empty()) {
        context.report("reference.popover-button-actions", "/triggerElementId",
                       RuleText::tr("%1 opens from %2, which has actions of its own.").arg(label, labelOf(*button)),
                       RuleText::tr("Remove the actions of the button, or use another button."));
    }
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    if (scope == Scope::Panel)
        checkPanel(context, block);
    else if (scope == Scope::Overlay)
        checkPopover(context, block);
}

std::vector<RuleInfo> rows()
{
    return {
        {"reference.summary-twice", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Summary that is a calculation"),
         QT_TRANSLATE_NOOP(
             "Rules", "A column stands in the summary of a table or in the calculations of a grouping, not in both."),
         "Duplicate column or folder reference: '<id>'"},
        {"reference.listed-twice", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Column listed twice"),
         QT_TRANSLATE_NOOP("Rules",
                           "A column stands once in the order of a table, in one folder, and as a key or calculation "
                           "of one grouping."),
         "Duplicate column or folder reference: '<id>'"},
        {"reference.hidden-name", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Hidden name that is needed"),
         QT_TRANSLATE_NOOP("Rules", "Formulas refer to elements by name; a hidden name is forgotten. A single blank "
                                    "hides the title too, but not the name of a table."),
         "Dependency not found"},
        {"reference.source", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown source element"),
         QT_TRANSLATE_NOOP("Rules",
                           "An element, control or column takes its data from an element that does not exist."),
         "Dependency not found: '<x>/<y>'"},
        {"reference.grouping", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown grouping of the source"),
         QT_TRANSLATE_NOOP("Rules",
                           "A source may read one grouping level of a table; the table must have that grouping."),
         "Grouping not found"},
        {"reference.column", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown column"),
         QT_TRANSLATE_NOOP("Rules", "Groupings, sorts, summaries and filters name columns of their element by id."),
         "references column … which is not declared in columns"},
        {"reference.inert-column", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Column reference without effect"),
         QT_TRANSLATE_NOOP(
             "Rules", "Order, folders, collapsed columns, securities and conditional formats may name only columns of "
                      "their element; others have no effect.")},
        {"reference.control-target", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Target of a control"),
         QT_TRANSLATE_NOOP(
             "Rules", "Controls filter tables. Charts, KPIs, pivots and maps inherit the filter from the table they "
                      "take data from."),
         "Dependency not found: '<id>'"},
        {"reference.control-column", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Column of a control"),
         QT_TRANSLATE_NOOP(
             "Rules", "Sigma does not look whether a wired column exists; with a wrong one the control does nothing.")},
        {"reference.panel-page", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Page of a panel"),
         QT_TRANSLATE_NOOP("Rules", "Headers and sidebars can be assigned to normal pages only.")},
        {"reference.panel-twice", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Two panels of one kind on a page"),
         QT_TRANSLATE_NOOP("Rules", "A page has at most one header and one sidebar.")},
        {"reference.popover-trigger", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Button of a popover"),
         QT_TRANSLATE_NOOP("Rules", "A popover names the button it opens from."), "Dependency not found"},
        {"reference.popover-button-actions", Severity::Error,
         QT_TRANSLATE_NOOP("Rules", "Actions on the button of a popover"),
         QT_TRANSLATE_NOOP("Rules", "The button that opens a popover must not have actions.")},
    };
}

} // namespace

RuleTopic referenceTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "References"), rows(), {}, checkElement, checkBlock, {}};
}

} // namespace tessera::model
