// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/workbook_summary.h"

namespace tessera::model {

namespace {

using Summary = WorkbookSummary;

template <class Visit>
void forEachItem(const Json *list, Visit &&visit)
{
    if (!list || !list->is_array())
        return;
    for (const Json &item : *list)
        visit(item);
}

std::string joined(const Json *path)
{
    std::string text;
    forEachItem(path, [&](const Json &part) { text += (text.empty() ? "" : ".") + stringOf(part); });
    return text;
}

std::string sourceTarget(const Json &source)
{
    if (const Json *path = member(source, "path"))
        return joined(path);
    for (const char *key : {"elementId", "from", "dataModelId", "name"}) {
        if (const std::string text = stringMember(source, key); !text.empty())
            return text;
    }
    return {};
}

// Composite sources hold sources of their own: the legs of a join, the parts of a union, what a transpose turns.
void addSource(const std::string &element, const Json *source, std::vector<Summary::Source> &list)
{
    if (!source || !source->is_object())
        return;
    list.push_back({element, stringMember(*source, "kind"), sourceTarget(*source)});
    addSource(element, member(*source, "primarySource"), list);
    addSource(element, member(*source, "source"), list);
    forEachItem(member(*source, "joins"), [&](const Json &join) { addSource(element, member(join, "right"), list); });
    forEachItem(member(*source, "sources"), [&](const Json &part) { addSource(element, &part, list); });
}

void addEffects(const Json *effects, std::vector<std::string> &names)
{
    forEachItem(effects, [&](const Json &effect) {
        names.push_back(stringMember(effect, "effect"));
        if (const Json *branch = member(effect, "if"))
            addEffects(member(*branch, "effects"), names);
        forEachItem(member(effect, "elseif"),
                    [&](const Json &branch) { addEffects(member(branch, "effects"), names); });
        if (const Json *branch = member(effect, "else"))
            addEffects(member(*branch, "effects"), names);
    });
}

void addActions(const Object &host, std::vector<Summary::Action> &list)
{
    forEachItem(member(host.body(), "actions"), [&](const Json &action) {
        const Json *trigger = member(action, "trigger");
        Summary::Action row{stringMember(action, "id"), host.id(), {}, {}};
        if (trigger)
            row.trigger = trigger->is_object() ? stringMember(*trigger, "on") : stringOf(*trigger);
        addEffects(member(action, "effects"), row.effects);
        list.push_back(std::move(row));
    });
}

std::vector<Summary::Block> blocksOf(const Workbook &workbook, Collection collection)
{
    std::vector<Summary::Block> blocks;
    for (const Object &object : workbook.list(collection)) {
        Summary::Block block{object.id(), object.name(), object.kind(),
                             stringMember(object.body(), "visibility") == "hidden", 0};
        if (const NodeId node = workbook.layout.findBlock(object.id()); node != rootNode) {
            workbook.layout.visit(
                node, [&](NodeId, const LayoutNode &child) { block.elements += workbook.elementOf(child) ? 1 : 0; });
        }
        blocks.push_back(std::move(block));
    }
    return blocks;
}

void addElement(const Object &element, Summary &summary)
{
    const Json &body = element.body();
    ++summary.kinds[element.kind()];
    if (element.kind() == "control") {
        summary.controls.push_back(
            {element.id(), stringMember(body, "controlId"), stringMember(body, "controlType"), element.name()});
    } else {
        addSource(element.id(), member(body, "source"), summary.sources);
    }
    if (element.kind() == "input-table") {
        const Json *source = member(body, "source");
        const Json *columns = member(body, "columns");
        summary.inputTables.push_back({element.id(), element.name(),
                                       source ? stringMember(*source, "kind") : std::string(),
                                       columns && columns->is_array() ? static_cast<int>(columns->size()) : 0});
    }
    addActions(element, summary.actions);
}

} // namespace

WorkbookSummary summaryOf(const Workbook &workbook)
{
    Summary summary;
    summary.pages = blocksOf(workbook, Collection::Pages);
    summary.overlays = blocksOf(workbook, Collection::Overlays);
    summary.panels = blocksOf(workbook, Collection::Panels);
    summary.elements = workbook.elements.size();
    for (const Object &element : workbook.elements)
        addElement(element, summary);
    for (const Object &overlay : workbook.overlays)
        addActions(overlay, summary.actions);
    return summary;
}

} // namespace tessera::model
