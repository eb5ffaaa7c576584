// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/channel_view.h"

#include <algorithm>
#include <map>

#include "model/base/pointer.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

namespace {

using Names = std::vector<std::string>;

const std::map<std::string, Names, std::less<>> &channelTable()
{
    static const Names cartesian = {"xAxis", "yAxis", "yAxis2", "color", "trellis/rowsBy", "trellis/columnsBy"};
    static const Names slices = {"value", "color"};
    static const std::map<std::string, Names, std::less<>> table = {
        {"bar-chart", cartesian},
        {"line-chart", cartesian},
        {"area-chart", {"xAxis", "yAxis", "color", "trellis/rowsBy", "trellis/columnsBy"}},
        {"combo-chart", {"xAxis", "yAxis", "yAxis2", "trellis/rowsBy", "trellis/columnsBy"}},
        {"scatter-chart", {"xAxis", "yAxis", "yAxis2", "color", "size", "trellis/rowsBy", "trellis/columnsBy"}},
        {"pie-chart", slices},
        {"donut-chart", {"value", "color", "holeValue", "trellis/rowsBy", "trellis/columnsBy"}},
        {"waterfall-chart", {"xAxis", "yAxis", "splitBy", "color"}},
        {"treemap-chart", {"category"}},
        {"gauge-chart", {"value"}},
        {"sankey-chart", {"stages", "value"}},
        {"funnel-chart", {"stage", "series"}},
        {"box-chart", {"xAxis", "yAxis"}},
        {"region-map", {"region", "color", "label", "tooltip"}},
        {"point-map", {"latitude", "longitude", "size", "color", "label", "tooltip"}},
        {"geography-map", {"geography", "color", "label", "tooltip"}},
        {"kpi-chart", {"value", "comparisonColumn", "timeline"}},
        {"pivot-table", {"values", "rowsBy", "columnsBy"}},
    };
    return table;
}

bool isExclusive(std::string_view channel)
{
    return channel != "yAxis2" && channel != "label" && channel != "tooltip";
}

class Collector
{
public:
    explicit Collector(std::vector<ChannelRef> &out) : m_out(out) {}

    // A channel is an id, an object with one of the keys that hold ids, or a list of any of them.
    void collect(const std::string &channel, const Json &value, const std::string &pointer, bool legacy = false)
    {
        if (value.is_string()) {
            m_out.push_back({channel, stringOf(value), pointer, legacy, isExclusive(channel)});
        } else if (value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i)
                collect(channel, value[i], joinPointer(pointer, i));
        } else if (value.is_object()) {
            collectObject(channel, value, pointer);
        }
    }

private:
    void collectObject(const std::string &channel, const Json &value, const std::string &pointer)
    {
        // A colour may be fixed: {by: single, value}; only the other forms name a column.
        for (const char *key : {"columnId", "columnIds", "column"}) {
            if (const Json *ids = member(value, key)) {
                collect(channel, *ids, joinPointer(pointer, key));
                return;
            }
        }
        if (const Json *id = member(value, "id"))
            collect(channel, *id, joinPointer(pointer, "id"), true);
    }

    std::vector<ChannelRef> &m_out;
};

} // namespace

std::vector<std::string> channelNames(std::string_view kind)
{
    const auto it = channelTable().find(kind);
    return it == channelTable().end() ? Names() : it->second;
}

std::vector<ChannelRef> channelsOf(const Object &element)
{
    std::vector<ChannelRef> refs;
    Collector collector(refs);
    for (const std::string &channel : channelNames(element.kind())) {
        const std::string pointer = '/' + channel;
        if (const Json *value = at(element.body(), pointer))
            collector.collect(channel, *value, pointer);
    }
    return refs;
}

std::vector<std::string> channelColumnIds(const Object &element, std::string_view channel)
{
    std::vector<std::string> ids;
    for (const ChannelRef &ref : channelsOf(element)) {
        if (ref.channel == channel)
            ids.push_back(ref.columnId);
    }
    return ids;
}

} // namespace tessera::model
