// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/workbook/workbook.h"

namespace tessera::model {

// One column on one channel of a chart, map, KPI or pivot table.
struct ChannelRef
{
    std::string channel; // xAxis, yAxis, yAxis2, color, size, value, rowsBy …
    std::string columnId;
    std::string pointer;   // of the id itself: "/yAxis/columnIds/0", "/color/columnId"
    bool legacy = false;   // written with the older key `id`
    bool exclusive = true; // false: another look at a column of another channel (yAxis2, label, tooltip)
};

// Every reference of every channel, in a fixed order. Unknown kinds have none.
std::vector<ChannelRef> channelsOf(const Object &element);
// Ids of the columns of one channel.
std::vector<std::string> channelColumnIds(const Object &element, std::string_view channel);
// Names of the channels a kind has.
std::vector<std::string> channelNames(std::string_view kind);

} // namespace tessera::model
