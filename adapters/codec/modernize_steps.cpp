// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/modernize_steps.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "adapters/codec/source_document.h"
#include "model/base/pointer.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::joinPointer;
using model::Json;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Modernize)
};

QString renamed(std::string_view from, std::string_view to)
{
    return Texts::tr("“%1” is now called “%2”.").arg(model::toQString(from), model::toQString(to));
}

Json *memberOf(Json &object, std::string_view key)
{
    return const_cast<Json *>(model::member(object, key));
}

void rename(Json &object, std::string_view from, std::string_view to, const char *step, const std::string &path,
            ModernizeNotes &notes)
{
    if (renameKey(object, from, to))
        notes.push_back({step, joinPointer(path, to), renamed(from, to)});
}

// A pointer to a column has no name or formula of its own, unlike a column.
void modernizePointer(Json &value, const std::string &path, ModernizeNotes &notes)
{
    const bool pointer = value.is_object() && model::member(value, "id") && model::member(value, "id")->is_string() &&
                         !model::member(value, "formula");
    if (pointer)
        rename(value, "id", "columnId", "channel-pointers", path, notes);
}

void modernizePointers(Json &list, const std::string &path, ModernizeNotes &notes)
{
    if (!list.is_array())
        return;
    for (std::size_t i = 0; i < list.size(); ++i)
        modernizePointer(list[i], joinPointer(path, i), notes);
}

using Words = std::array<std::string_view, 3>; // what start, middle and end became

void modernizeWord(Json &object, std::string_view key, const Words &words, const std::string &path,
                   ModernizeNotes &notes)
{
    static constexpr Words old = {"start", "middle", "end"};
    Json *value = memberOf(object, key);
    const auto at = value ? std::find(old.begin(), old.end(), model::stringOf(*value)) : old.end();
    if (at == old.end())
        return;
    const std::string_view now = words[static_cast<std::size_t>(at - old.begin())];
    notes.push_back({"alignment-names", joinPointer(path, key), renamed(*at, now)});
    *value = std::string(now);
}

constexpr Words vertical = {"top", "center", "bottom"};
constexpr Words horizontal = {"left", "center", "right"};

// {a: x, b: y} -> [{<idKey>: a, <valueKey>: x}, …]
void mapToList(Json &value, std::string_view idKey, std::string_view valueKey, const std::string &path,
               ModernizeNotes &notes)
{
    if (!value.is_object())
        return;
    Json list = Json::array();
    for (const auto &[key, item] : membersOf(value)) {
        Json entry = Json::object();
        entry[std::string(idKey)] = key;
        if (model::member(item, valueKey)) {
            for (const auto &[name, part] : membersOf(item))
                entry[name] = part;
        } else {
            entry[std::string(valueKey)] = item;
        }
        list.push_back(std::move(entry));
    }
    value = std::move(list);
    notes.push_back({"maps-to-lists", path, Texts::tr("The entries are now a list.")});
}

struct Renaming
{
    std::string_view owner; // effect, value type or place
    std::string_view from;
    std::string_view to;
};

constexpr Renaming effectKeys[] = {
    {"insert-rows", "table", "tableElementId"},
    {"update-rows", "table", "tableElementId"},
    {"delete-rows", "table", "tableElementId"},
    {"open-overlay", "overlay", "overlayId"},
    {"open-document", "document", "documentId"},
    {"select-tab", "tabbedContainer", "tabbedContainerElementId"},
    {"custom-sort", "element", "elementId"},
    {"set-form-values", "form", "formElementId"},
    {"run-python-element", "element", "codeElementId"},
    {"clear-chat-element-messages", "chat", "chatElementId"},
    {"trigger-plugin", "pluginElement", "pluginElementId"},
    {"trigger-plugin", "pluginEffect", "pluginEffectId"},
};

constexpr Renaming typedKeys[] = {
    {"column", "column", "columnId"},
    {"column-match", "column", "columnId"},
    {"column-range", "min", "minColumnId"},
    {"column-range", "max", "maxColumnId"},
};

constexpr Renaming scopeKeys[] = {
    {"page", "page", "pageId"},
    {"control", "control", "controlId"},
    {"container", "container", "containerElementId"},
};

template <std::size_t N>
void renameFor(Json &object, std::string_view owner, const Renaming (&table)[N], const std::string &path,
               ModernizeNotes &notes)
{
    for (const Renaming &row : table) {
        if (row.owner == owner)
            rename(object, row.from, row.to, "action-ids", path, notes);
    }
}

void modernizeSort(Json &effect, const std::string &path, ModernizeNotes &notes)
{
    Json *sort = memberOf(effect, "sort");
    if (!sort || !sort->is_object())
        return;
    rename(*sort, "column", "columnId", "action-ids", joinPointer(path, "sort"), notes);
    Json *columns = memberOf(*sort, "columns");
    for (std::size_t i = 0; columns && columns->is_array() && i < columns->size(); ++i)
        rename((*columns)[i], "column", "columnId", "action-ids",
               joinPointer(joinPointer(joinPointer(path, "sort"), "columns"), i), notes);
}

} // namespace

bool renameKey(Json &object, std::string_view from, std::string_view to)
{
    if (!object.is_object() || !model::member(object, from) || model::member(object, to))
        return false;
    Json out = Json::object();
    for (auto &[key, value] : membersOf(object))
        membersOf(out).emplace_back(key == from ? std::string(to) : key, std::move(value));
    object = std::move(out);
    return true;
}

void modernizeChannelPointers(Json &body, ModernizeNotes &notes)
{
    for (const char *key : {"xAxis", "color", "value", "size", "category", "stage", "series", "region", "latitude",
                            "longitude", "geography", "comparisonColumn", "holeValue", "timeline", "splitBy"}) {
        Json *value = memberOf(body, key);
        if (value && model::member(*value, "by")) // a color that says what it stands for names its column “column”
            rename(*value, "id", "column", "channel-pointers", joinPointer({}, key), notes);
        else if (value)
            modernizePointer(*value, joinPointer({}, key), notes);
    }
    for (const char *key : {"rowsBy", "columnsBy", "stages", "label", "tooltip", "sort"}) {
        if (Json *list = memberOf(body, key))
            modernizePointers(*list, joinPointer({}, key), notes);
    }
    for (const char *key : {"yAxis", "yAxis2"}) {
        Json *axis = memberOf(body, key);
        Json *list = axis ? memberOf(*axis, "columnIds") : nullptr;
        if (list)
            modernizePointers(*list, joinPointer(joinPointer({}, key), "columnIds"), notes);
    }
    if (Json *groupings = memberOf(body, "groupings"); groupings && groupings->is_array()) {
        for (std::size_t i = 0; i < groupings->size(); ++i) {
            if (Json *sort = memberOf((*groupings)[i], "sort"))
                modernizePointers(*sort, joinPointer(joinPointer("/groupings", i), "sort"), notes);
        }
    }
    Json *trellis = memberOf(body, "trellis");
    for (const char *key : {"rowsBy", "columnsBy"}) {
        if (Json *list = trellis ? memberOf(*trellis, key) : nullptr)
            modernizePointers(*list, joinPointer("/trellis", key), notes);
    }
}

void modernizeAlignment(Json &body, std::string_view kind, ModernizeNotes &notes)
{
    if (kind == "text")
        modernizeWord(body, "verticalAlign", vertical, {}, notes);
    if (kind == "divider")
        modernizeWord(body, "align", model::stringMember(body, "direction") == "vertical" ? horizontal : vertical, {},
                      notes);
    Json *layout = memberOf(body, "layout");
    if (kind == "kpi-chart" && layout)
        modernizeWord(*layout, "anchor", horizontal, "/layout", notes);
    if (Json *bar = memberOf(body, "tabBar"))
        modernizeWord(*bar, "alignment", horizontal, "/tabBar", notes);
    Json *image = memberOf(body, "backgroundImage");
    if (Json *style = image ? memberOf(*image, "style") : nullptr) {
        modernizeWord(*style, "horizontalAlign", horizontal, "/backgroundImage/style", notes);
        modernizeWord(*style, "verticalAlign", vertical, "/backgroundImage/style", notes);
    }
}

void modernizeBackgroundImage(Json &body, ModernizeNotes &notes)
{
    Json *image = memberOf(body, "backgroundImage");
    const Json *url = image ? model::member(*image, "url") : nullptr;
    if (!url || model::member(*image, "source"))
        return;
    Json source = Json::object();
    source["kind"] = "url";
    source["url"] = *url;
    renameKey(*image, "url", "source");
    *memberOf(*image, "source") = std::move(source);
    notes.push_back({"background-image", "/backgroundImage/source",
                     Texts::tr("The address of the picture is now part of “source”.")});
}

void modernizeMaps(Json &body, std::string_view kind, ModernizeNotes &notes)
{
    if (Json *styles = memberOf(body, "seriesLineAreaStyle"))
        mapToList(*styles, "columnId", "style", "/seriesLineAreaStyle", notes);
    if (Json *labels = kind == "navigation" ? memberOf(body, "pageLabels") : nullptr)
        mapToList(*labels, "pageId", "label", "/pageLabels", notes);
}

void modernizeColorOverrides(Json &theme, const std::string &path, ModernizeNotes &notes)
{
    Json *overrides = memberOf(theme, "overrides");
    if (Json *colors = overrides ? memberOf(*overrides, "colorOverrides") : nullptr)
        mapToList(*colors, "name", "color", path + "/overrides/colorOverrides", notes);
}

void modernizeActions(Json &node, const std::string &path, ModernizeNotes &notes)
{
    if (node.is_array()) {
        for (std::size_t i = 0; i < node.size(); ++i)
            modernizeActions(node[i], joinPointer(path, i), notes);
        return;
    }
    if (!node.is_object())
        return;
    renameFor(node, model::stringMember(node, "effect"), effectKeys, path, notes);
    renameFor(node, model::stringMember(node, "type"), typedKeys, path, notes);
    if (Json *scope = memberOf(node, "scope"); scope && model::stringMember(node, "effect") == "clear-control")
        renameFor(*scope, model::stringMember(*scope, "type"), scopeKeys, joinPointer(path, "scope"), notes);
    if (model::stringMember(node, "effect") == "custom-sort")
        modernizeSort(node, path, notes);
    for (auto &[key, value] : membersOf(node))
        modernizeActions(value, joinPointer(path, key), notes);
}

ModernizeNotes modernizeBody(Json &body, std::string_view kind, bool element)
{
    ModernizeNotes notes;
    if (element) {
        if (kind != "control")
            modernizeChannelPointers(body, notes);
        modernizeMaps(body, kind, notes);
    }
    modernizeAlignment(body, kind, notes);
    modernizeBackgroundImage(body, notes);
    if (Json *actions = memberOf(body, "actions"))
        modernizeActions(*actions, "/actions", notes);
    return notes;
}

ModernizeNotes modernizeContents(Json &value, std::string_view key)
{
    ModernizeNotes notes;
    if (key == "settings") {
        if (Json *theme = memberOf(value, "theme"))
            modernizeColorOverrides(*theme, "/theme", notes);
    } else {
        modernizeActions(value, {}, notes);
    }
    return notes;
}

} // namespace tessera::adapters
