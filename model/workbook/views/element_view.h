// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/workbook/workbook.h"

namespace tessera::model {

bool isContainerKind(std::string_view kind);       // laid out as Container
bool isTabbedContainerKind(std::string_view kind); // laid out as TabbedContainer
bool isChartKind(std::string_view kind);           // charts, maps and KPIs
bool isTableKind(std::string_view kind);           // table, pivot-table, input-table

// The element is not shown a title, or asked for none.
bool isTitleHidden(const Object &object);
std::string titlePointer(const Object &object); // where the words stand: "/name", "/name/text" or "/title"

std::string textBody(const Object &element); // markdown of a text element, "" for others

struct TabView
{
    std::string name;
    std::string pointer; // "/tabs/0"
};
std::vector<TabView> tabsOf(const Object &element);

struct FilterView
{
    std::string id;
    std::string columnId;
    std::string kind;
    bool enabled = true;
    std::string pointer; // "/filters/0"
};
// Element filters (a control's `filters` are targets, see control_view.h).
std::vector<FilterView> filtersOf(const Object &element);

struct SortView
{
    std::string columnId;
    bool descending = false;
    std::string pointer;    // "/sort/0"
    std::string nulls = {}; // "first", "last", or as the connection does it
};
std::vector<SortView> sortOf(const Object &element);

struct GroupingView
{
    std::string id;
    std::vector<std::string> groupBy;
    std::vector<std::string> calculations;
    std::string pointer; // "/groupings/0"
    std::vector<SortView> sort = {};
};
std::vector<GroupingView> groupingsOf(const Object &element);

// Ids of columns in display order: `order` first, then the rest as they stand.
std::vector<std::string> columnOrder(const Object &element);
std::vector<std::string> summaryColumns(const Object &element);

struct OverlayView
{
    std::string type; // modal, drawer, popover
    std::string title;
    std::string width;
    std::string triggerElement; // popover: the button that opens it
    bool closeIcon = true;
    bool primaryButton = false; // shown
    bool secondaryButton = false;
};
OverlayView overlayOf(const Object &overlay);

struct PanelView
{
    std::string type; // header, sidebar
    std::string title;
    std::vector<std::string> pages;
};
PanelView panelOf(const Object &panel);

struct AgentView
{
    std::string id;
    std::string name;
    std::string instructions;
    std::vector<std::string> dataSources; // element ids
    std::vector<std::string> tools;       // toolIds
    std::string pointer;                  // "/agents/0" into the workbook's contents
};
std::vector<AgentView> agentsOf(const Workbook &workbook);

} // namespace tessera::model
