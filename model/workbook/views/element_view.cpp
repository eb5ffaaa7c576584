// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/element_view.h"

#include <algorithm>

#include "model/base/pointer.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

namespace {

std::vector<std::string> texts(const Json &object, std::string_view key)
{
    std::vector<std::string> out;
    forEachItem(object, key, [&](const Json &item, int) { out.push_back(stringOf(item)); });
    return out;
}

std::string itemPointer(const char *list, int index)
{
    return joinPointer(std::string("/") + list, static_cast<std::size_t>(index));
}

std::vector<SortView> sortIn(const Json &object, const std::string &pointer)
{
    std::vector<SortView> levels;
    forEachItem(object, "sort", [&](const Json &level, int index) {
        levels.push_back({stringMember(level, "columnId"), stringMember(level, "direction") == "descending",
                          joinPointer(pointer, static_cast<std::size_t>(index)), stringMember(level, "nulls")});
    });
    return levels;
}

bool isShown(const Json *button)
{
    return button && stringMember(*button, "visible") != "hidden";
}

} // namespace

bool isContainerKind(std::string_view kind)
{
    return kind == "container" || kind == "repeated-container" || kind == "single-row-container";
}

bool isTabbedContainerKind(std::string_view kind)
{
    return kind == "tabbed-container";
}

bool isChartKind(std::string_view kind)
{
    return kind.ends_with("-chart") || kind.ends_with("-map");
}

bool isTableKind(std::string_view kind)
{
    return kind == "table" || kind == "pivot-table" || kind == "input-table";
}

bool isTitleHidden(const Object &object)
{
    const Json *name = member(object.body(), "name");
    return name && (stringMember(*name, "visibility") == "hidden" || object.name() == " ");
}

std::string titlePointer(const Object &object)
{
    if (const Json *name = member(object.body(), "name"))
        return name->is_object() ? "/name/text" : "/name";
    return member(object.body(), "title") ? "/title" : "/name";
}

std::string textBody(const Object &element)
{
    return element.kind() == "text" ? stringMember(element.body(), "body") : std::string();
}

std::vector<TabView> tabsOf(const Object &element)
{
    std::vector<TabView> tabs;
    forEachItem(element.body(), "tabs", [&](const Json &tab, int index) {
        tabs.push_back({stringMember(tab, "name"), itemPointer("tabs", index)});
    });
    return tabs;
}

std::vector<FilterView> filtersOf(const Object &element)
{
    std::vector<FilterView> filters;
    if (element.kind() == "control")
        return filters;
    forEachItem(element.body(), "filters", [&](const Json &filter, int index) {
        filters.push_back({stringMember(filter, "id"), stringMember(filter, "columnId"), stringMember(filter, "kind"),
                           stringMember(filter, "state") != "disabled", itemPointer("filters", index)});
    });
    return filters;
}

std::vector<SortView> sortOf(const Object &element)
{
    return sortIn(element.body(), "/sort");
}

std::vector<GroupingView> groupingsOf(const Object &element)
{
    std::vector<GroupingView> groupings;
    forEachItem(element.body(), "groupings", [&](const Json &grouping, int index) {
        const std::string pointer = itemPointer("groupings", index);
        groupings.push_back({stringMember(grouping, "id"), texts(grouping, "groupBy"), texts(grouping, "calculations"),
                             pointer, sortIn(grouping, pointer + "/sort")});
    });
    return groupings;
}

std::vector<std::string> columnOrder(const Object &element)
{
    std::vector<std::string> ids = texts(element.body(), "order");
    forEachItem(element.body(), "columns", [&](const Json &column, int) {
        std::string id = stringMember(column, "id");
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(std::move(id));
    });
    return ids;
}

std::vector<std::string> summaryColumns(const Object &element)
{
    return texts(element.body(), "summary");
}

OverlayView overlayOf(const Object &overlay)
{
    OverlayView view;
    view.type = overlay.kind();
    view.title = overlay.name();
    view.triggerElement = stringMember(overlay.body(), "triggerElementId");
    const Json *config = member(overlay.body(), view.type);
    if (!config)
        return view;
    view.width = stringMember(*config, "width");
    if (const Json *header = member(*config, "header")) {
        if (const std::string title = stringMember(*header, "title"); !title.empty())
            view.title = title;
        view.closeIcon = stringMember(*header, "showCloseIcon") != "hidden";
    }
    if (const Json *footer = member(*config, "footer")) {
        view.primaryButton = isShown(member(*footer, "primaryCta"));
        view.secondaryButton = isShown(member(*footer, "secondaryCta"));
    }
    return view;
}

PanelView panelOf(const Object &panel)
{
    return {panel.kind(), panel.name(), texts(panel.body(), "pages")};
}

std::vector<AgentView> agentsOf(const Workbook &workbook)
{
    std::vector<AgentView> agents;
    forEachItem(workbook.contents, "agents", [&](const Json &json, int index) {
        AgentView agent;
        agent.id = stringMember(json, "id");
        agent.name = stringMember(json, "name");
        agent.instructions = stringMember(json, "instructions");
        agent.pointer = itemPointer("agents", index);
        forEachItem(json, "dataSources",
                    [&](const Json &source, int) { agent.dataSources.push_back(stringMember(source, "elementId")); });
        forEachItem(json, "tools", [&](const Json &tool, int) { agent.tools.push_back(stringMember(tool, "toolId")); });
        agents.push_back(std::move(agent));
    });
    return agents;
}

} // namespace tessera::model
