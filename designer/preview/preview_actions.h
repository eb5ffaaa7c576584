// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "designer/session/live_data.h"
#include "model/query/result_table.h"
#include "model/workbook/workbook.h"

namespace tessera::designer {

// Where the effects of actions take place.
class PreviewStage
{
public:
    virtual ~PreviewStage() = default;
    virtual void openOverlay(const std::string &id) = 0;
    virtual void closeOverlay() = 0;
    virtual void openPage(const std::string &id) = 0;
    virtual void revealElement(const std::string &id) = 0;
    // `index` from 0; or with a direction the next (1) or previous (-1) one.
    virtual void selectTab(const std::string &tabbedContainer, std::optional<int> index, int direction) = 0;
    virtual void say(const QString &words) = 0;
};

// Row of the element that was selected, for effects that read it.
struct PickedRow
{
    const model::query::ResultTable *rows = nullptr; // null: nothing was selected
    int row = -1;
};

// Runs the enabled actions of an element or overlay for a trigger ("on-click", "on-select", "on-change"): controls are
// set and cleared, overlays, pages and tabs brought to the front. What needs Sigma (rows, exports, agents …) is said in
// words. Answers whether there was an action.
bool runActions(const model::Workbook &workbook, const model::Object &host, const std::string &trigger, const PickedRow &selected,
                LiveData *data, PreviewStage &stage);
bool hasActions(const model::Object &host, const std::string &trigger);

} // namespace tessera::designer
