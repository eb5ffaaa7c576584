// SPDX-License-Identifier: GPL-3.0-or-later
// Ids and handles: what must be unique, and within what.
// Source: Sigma's workbook code representation, identifiers.
#include <algorithm>

#include <QSet>

#include "model/checks/rules/rule_support.h"
#include "model/edit/property_edit.h"
#include "model/formula/lexer.h"
#include "model/names/rename.h"

namespace tessera::model {

namespace {

std::string freshWithin(const Json &list, std::string_view key, const std::string &wish)
{
    for (int n = 2;; ++n) {
        std::string id = (wish.empty() ? std::string("item") : wish) + '-' + std::to_string(n);
        const bool taken = std::any_of(asList(list).begin(), asList(list).end(),
                                       [&](const Json &item) { return textAt(item, key) == id; });
        if (!taken)
            return id;
    }
}

// Gives one entry of a list an id that its neighbours do not have. References keep meaning the first entry.
QuickFix freshEntryFix(const CheckContext &context, const std::string &itemPath, std::string key, std::string wish)
{
    const auto make = [scope = context.scope(), object = context.key(), itemPath, key = std::move(key),
                       wish = std::move(wish)](const Workbook &workbook) -> std::vector<Change> {
        const Json *tree = propertyTree(workbook, scope, object);
        const Json *list = tree ? at(*tree, parentPointer(itemPath)) : nullptr;
        if (!list)
            return {};
        return setProperty(workbook, scope, object, joinPointer(itemPath, key), freshWithin(*list, key, wish));
    };
    return changesFix(RuleText::tr("Give it an id of its own"), make);
}

// YAML reads `id: 5` as a number; only texts are ids.
void numberForId(CheckContext &context, const char *rule, const QString &owner, const Json &id, const std::string &path)
{
    context
        .report(rule, path, RuleText::tr("%1: the id %2 is a number; ids are texts.").arg(owner, toQString(id.dump())),
                RuleText::tr("Write it in quotes."))
        .fix = setFix(RuleText::tr("Write it as a text"), context, path, id.dump());
}

struct ListIds
{
    std::string_view list;
    std::string_view key;
    const char *missing;   // rule for an entry without id, null: not required
    const char *duplicate; // rule
};

// One list whose entries need ids that differ. `taken`: ids that are used elsewhere and must differ too.
void checkList(CheckContext &context, const QString &owner, const Json &body, const ListIds &ids,
               std::string_view base = {}, const QSet<std::string> &taken = {})
{
    QSet<std::string> seen = taken;
    eachItem(body, ids.list, base, [&](const Json &item, const std::string &path) {
        const std::string id = stringMember(item, ids.key);
        if (id.empty()) {
            if (ids.missing && child(item, ids.key).is_number()) {
                numberForId(context, ids.missing, owner, child(item, ids.key), joinPointer(path, ids.key));
            } else if (ids.missing && item.is_object()) {
                context
                    .report(ids.missing, path,
                            RuleText::tr("%1: an entry of %2 has no id.").arg(owner, inQuotes(ids.list)),
                            RuleText::tr("Every entry needs an id of its own."))
                    .fix = freshEntryFix(context, path, std::string(ids.key),
                                         std::string(ids.list.substr(0, ids.list.size() - 1)));
            }
            return;
        }
        if (seen.contains(id)) {
            context
                .report(ids.duplicate, joinPointer(path, ids.key),
                        RuleText::tr("%1: the id %2 is used twice in %3.").arg(owner, inQuotes(id), inQuotes(ids.list)),
                        RuleText::tr("Give one of them another id; references keep meaning the first."))
                .fix = freshEntryFix(context, path, std::string(ids.key), id);
        }
        seen.insert(id);
    });
}

// The second of two elements with one id gets a fresh one; when the layout shows both, its later place follows.
std::vector<Change> renameElement(const Workbook &workbook, const Key &key)
{
    const Object *element = workbook.elements.find(key);
    if (!element)
        return {};
    const std::string id = freshId(workbook, element->id().empty() ? element->kind() : element->id());
    auto changes = setProperty(workbook, Scope::Element, key, "/id", id);
    const QList<NodeId> places = element->id().empty() ? QList<NodeId>() : workbook.layout.findElements(element->id());
    if (places.size() > 1) {
        LayoutNode node = *workbook.layout.node(places.last());
        const LayoutNode before = node;
        node.ref = id;
        changes.push_back(SetNode{places.last(), before, node});
    }
    return changes;
}

bool isFirst(const std::vector<FactsPtr> &all, const Key &key)
{
    return all.empty() || all.front()->key == key;
}

void checkHandle(CheckContext &context, const ElementFacts &facts)
{
    if (facts.handle.empty())
        return;
    const std::string fold = foldName(facts.handle);
    const auto primaries = context.byHandle(fold);
    if (facts.controlType == "synced") {
        if (primaries.empty())
            context.report("identity.synced-without-primary", "/controlId",
                           RuleText::tr("%1 mirrors the control %2, which does not exist.")
                               .arg(labelOf(facts), inQuotes(facts.handle)),
                           RuleText::tr("Set controlId to that of an existing control that is not itself synced."));
        return;
    }
    if (!isFirst(primaries, facts.key)) {
        const auto make = [key = facts.key, handle = facts.handle](const Workbook &workbook) {
            const NameIndex index(workbook);
            int n = 2;
            while (!index.byHandle(foldName(handle + std::to_string(n))).empty())
                ++n;
            return setProperty(workbook, Scope::Element, key, "/controlId", handle + std::to_string(n));
        };
        context
            .report("identity.duplicate-control", "/controlId",
                    RuleText::tr("%1 uses the controlId %2 of another control.")
                        .arg(labelOf(facts), inQuotes(facts.handle)),
                    RuleText::tr(
                        "Formulas name controls by controlId, so each needs its own. A mirror has the type “synced”."))
            .fix = changesFix(RuleText::tr("Give it a controlId of its own"), make);
    }
    for (const std::string &id : facts.filters) {
        const FactsPtr table = context.byId(id);
        const ColumnFacts *column = table ? table->columnByName(facts.handle) : nullptr;
        if (!column && table)
            column = table->columnById(facts.handle);
        if (column) {
            context
                .report("identity.control-shadows-column", "/controlId",
                        RuleText::tr("%1: the controlId %2 hides the column of that name in %3.")
                            .arg(labelOf(facts), inQuotes(facts.handle), labelOf(*table)),
                        RuleText::tr("Rename the controlId, for example to “p%1”.").arg(toQString(facts.handle)))
                .fix = changesFix(RuleText::tr("Call it “p%1” everywhere").arg(toQString(facts.handle)),
                                  [key = facts.key, handle = "p" + facts.handle](const Workbook &workbook) {
                                      auto renamed = makeRename(workbook, Scope::Element, key, "/controlId", handle);
                                      return renamed ? renamed->changes : std::vector<Change>();
                                  });
            return;
        }
    }
}

void checkActionIds(CheckContext &context, const QString &owner, const Json &body)
{
    QSet<std::string> seen;
    const CheckContext::ActionOwner self{context.scope(), context.key()};
    eachItem(body, "actions", "", [&](const Json &action, const std::string &path) {
        const std::string id = stringMember(action, "id");
        if (id.empty())
            return;
        const auto first = context.firstOwnerOfAction(id);
        if ((first && *first != self) || seen.contains(id)) {
            const auto make = [self, path, id](const Workbook &workbook) {
                const NameIndex index(workbook);
                int n = 2;
                while (!index.ownersOfAction(id + '-' + std::to_string(n)).empty())
                    ++n;
                return setProperty(workbook, self.scope, self.key, path + "/id", id + '-' + std::to_string(n));
            };
            context
                .report("identity.duplicate-action", path + "/id",
                        RuleText::tr("%1: another action of the workbook has the id %2 too.").arg(owner, inQuotes(id)),
                        RuleText::tr("Ids of actions are unique in the whole workbook."))
                .fix = changesFix(RuleText::tr("Give it an id of its own"), make);
        }
        seen.insert(id);
    });
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    if (facts.id.empty() && child(element.body(), "id").is_number()) {
        numberForId(context, "identity.missing-id", label, child(element.body(), "id"), "/id");
    } else if (facts.id.empty() && element.body().is_object()) {
        context
            .report("identity.missing-id", "/id", RuleText::tr("%1 has no id.").arg(label),
                    RuleText::tr("The layout finds elements by their ids."))
            .fix = changesFix(RuleText::tr("Give it an id"),
                              [key = facts.key](const Workbook &workbook) { return renameElement(workbook, key); });
    } else if (!facts.id.empty() && context.firstById(facts.id) != facts.key) {
        context
            .report("identity.duplicate-element", "/id",
                    RuleText::tr("%1 has the id %2 of another element.").arg(label, inQuotes(facts.id)),
                    RuleText::tr("Ids of elements are unique in the workbook, upper and lower case counting."))
            .fix = changesFix(RuleText::tr("Give it an id of its own"),
                              [key = facts.key](const Workbook &workbook) { return renameElement(workbook, key); });
    }
    const Json &body = element.body();
    checkList(context, label, body, {"columns", "id", "identity.missing-column-id", "identity.duplicate-column"});
    QSet<std::string> columns;
    for (const ColumnFacts &column : facts.columns)
        columns.insert(column.id);
    checkList(context, label, body, {"groupings", "id", "identity.missing-grouping-id", "identity.duplicate-grouping"},
              {}, columns);
    if (facts.kind != "control") // what a control calls filters is its wiring, without ids
        checkList(context, label, body, {"filters", "id", "identity.missing-filter-id", "identity.duplicate-filter"});
    if (facts.kind == "form")
        checkList(context, label, body, {"fields", "fieldId", "identity.missing-field-id", "identity.duplicate-field"});
    if (facts.kind == "control")
        checkHandle(context, facts);
    checkActionIds(context, label, body);
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    const QString label = labelOf(block, scope);
    const auto renameBlock = [scope, key = block.key()](const Workbook &workbook) {
        const Object *object = workbook.list(*collectionOf(scope)).find(key);
        const std::string wish = object && !object->id().empty() ? object->id() : std::string("page");
        return setProperty(workbook, scope, key, "/id", freshId(workbook, wish));
    };
    if (child(block.body(), "id").is_number()) {
        numberForId(context, "identity.missing-id", label, child(block.body(), "id"), "/id");
    } else if (block.id().empty()) {
        context
            .report("identity.missing-id", "/id", RuleText::tr("%1 has no id.").arg(label),
                    RuleText::tr("The layout finds pages, overlays and panels by their ids."))
            .fix = changesFix(RuleText::tr("Give it an id"), renameBlock);
    } else if (const auto first = context.blockById(block.id());
               first.scope != scope || first.object->key() != block.key()) {
        context
            .report(
                "identity.duplicate-block", "/id",
                RuleText::tr("%1 has the id %2 of another page, overlay or panel.").arg(label, inQuotes(block.id())),
                RuleText::tr("Pages, overlays and panels share one set of ids."))
            .fix = changesFix(RuleText::tr("Give it an id of its own"), renameBlock);
    }
    checkActionIds(context, label, block.body());
}

void checkWorkbook(CheckContext &context, const Json &, const Json &contents, const Json &)
{
    const QString owner = RuleText::tr("Agents");
    checkList(context, owner, contents, {"agents", "id", "identity.missing-agent-id", "identity.duplicate-agent"});
    eachItem(contents, "agents", "", [&](const Json &agent, const std::string &path) {
        const std::string name = stringMember(agent, "name");
        checkList(context, RuleText::tr("Agent %1").arg(inQuotes(name.empty() ? stringMember(agent, "id") : name)),
                  agent, {"tools", "toolId", "identity.missing-tool-id", "identity.duplicate-tool"}, path);
    });
}

} // namespace

RuleTopic identityTopic()
{
    RuleTopic topic{QT_TRANSLATE_NOOP("Rules", "Identity"), {}, checkWorkbook, checkElement, checkBlock, {}};
    topic.rules = {
        {"identity.missing-id", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Missing id"),
         QT_TRANSLATE_NOOP("Rules",
                           "Elements, pages, overlays and panels are found by id, in the layout and in references."),
         "Invalid string: undefined"},
        {"identity.duplicate-element", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate element id"),
         QT_TRANSLATE_NOOP("Rules", "Two elements share an id. Ids are unique in the workbook."), "Duplicate id"},
        {"identity.duplicate-block", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate page, overlay or panel id"),
         QT_TRANSLATE_NOOP("Rules",
                           "Pages, overlays and panels share one set of ids, because the layout names them alike."),
         "Duplicate id"},
        {"identity.missing-column-id", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column without an id"),
         QT_TRANSLATE_NOOP("Rules", "Channels, filters and sorts refer to columns by id."),
         "columns[N].id: Invalid string: undefined"},
        {"identity.duplicate-column", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate column id"),
         QT_TRANSLATE_NOOP("Rules", "Column ids are unique within an element."), "Duplicate id"},
        {"identity.missing-grouping-id", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Grouping without an id"),
         QT_TRANSLATE_NOOP("Rules",
                           "A grouping has an id, its keys and its calculations. Older forms without them do nothing."),
         "groupings[N].id: Invalid string: undefined"},
        {"identity.duplicate-grouping", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate grouping id"),
         QT_TRANSLATE_NOOP("Rules",
                           "The id of a grouping differs from other groupings and from every column of the element."),
         "Duplicate id"},
        {"identity.missing-filter-id", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Filter without an id"),
         QT_TRANSLATE_NOOP("Rules", "Every filter of an element needs an id. (The wiring of a control has none.)"),
         "filters[N].id: Invalid string: undefined"},
        {"identity.duplicate-filter", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate filter id"),
         QT_TRANSLATE_NOOP("Rules", "Filter ids are unique within an element."), "Duplicate id"},
        {"identity.missing-field-id", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Form field without an id"),
         QT_TRANSLATE_NOOP("Rules", "What was entered is read by the id of the field."), "Invalid kind: \"form\""},
        {"identity.duplicate-field", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate form field id"),
         QT_TRANSLATE_NOOP("Rules", "Field ids are unique within a form.")},
        {"identity.duplicate-control", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate controlId"),
         QT_TRANSLATE_NOOP(
             "Rules", "Formulas, texts and SQL name a control by its controlId; only synced controls repeat one.")},
        {"identity.synced-without-primary", Severity::Error,
         QT_TRANSLATE_NOOP("Rules", "Synced control without a partner"),
         QT_TRANSLATE_NOOP("Rules", "A synced control mirrors the control whose controlId it carries."),
         "Invalid kind: \"control\""},
        {"identity.control-shadows-column", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Control hides a column"),
         QT_TRANSLATE_NOOP("Rules",
                           "A controlId that equals the name or id of a column of a filtered element hides that column "
                           "in formulas.")},
        {"identity.duplicate-action", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate action id"),
         QT_TRANSLATE_NOOP("Rules", "Actions are stored for the whole workbook, so their ids are unique in it."),
         "Duplicate action id"},
        {"identity.missing-agent-id", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Agent without an id"),
         QT_TRANSLATE_NOOP("Rules", "Chats find their agent by id.")},
        {"identity.duplicate-agent", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate agent id"),
         QT_TRANSLATE_NOOP("Rules", "Agent ids are unique in the workbook."), "Duplicate id"},
        {"identity.missing-tool-id", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Tool without an id"),
         QT_TRANSLATE_NOOP("Rules", "Instructions name tools by id.")},
        {"identity.duplicate-tool", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Duplicate tool id"),
         QT_TRANSLATE_NOOP("Rules", "Tool ids are unique within an agent."), "Duplicate id"},
    };
    return topic;
}

} // namespace tessera::model
