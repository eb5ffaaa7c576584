// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/workbook/workbook.h"

namespace tessera::model {

// What is in a workbook, for overviews (`info`, the start page). Read-only; whatever a broken file lacks is empty.
struct WorkbookSummary
{
    struct Block
    {
        std::string id;
        std::string name;
        std::string type; // of overlays and panels: "modal", "header" …
        bool hidden = false;
        int elements = 0; // placed anywhere below it
    };
    struct Source
    {
        std::string element; // id of the element that reads it
        std::string kind;    // "warehouse-table", "table", "sql", "join" …
        std::string of;      // what is read: "DB.SCHEMA.TABLE", an element's id, a data model's id; else ""
    };
    struct Control
    {
        std::string element;
        std::string controlId;
        std::string type;
        std::string name;
    };
    struct InputTable
    {
        std::string element;
        std::string name;
        std::string source; // "empty", "linked"
        int columns = 0;
    };
    struct Action
    {
        std::string id;
        std::string host;                 // id of the element or overlay that holds it
        std::string trigger;              // "on-click"
        std::vector<std::string> effects; // names in order, those of branches after their "if-else"
    };

    std::vector<Block> pages, overlays, panels;
    std::map<std::string, int> kinds; // element kind -> number
    std::vector<Source> sources;      // in element order; parts of joins and unions follow their join or union
    std::vector<Control> controls;
    std::vector<InputTable> inputTables;
    std::vector<Action> actions;
    int elements = 0;
};

WorkbookSummary summaryOf(const Workbook &workbook);

} // namespace tessera::model
