// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/source_view.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/base/pointer.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

namespace {

constexpr std::array<std::pair<std::string_view, SourceKind>, 10> kinds = {
    {{"table", SourceKind::Table},
     {"warehouse-table", SourceKind::WarehouseTable},
     {"data-model", SourceKind::DataModel},
     {"sql", SourceKind::Sql},
     {"join", SourceKind::Join},
     {"union", SourceKind::Union},
     {"transpose", SourceKind::Transpose},
     {"empty", SourceKind::Empty},
     {"linked", SourceKind::Linked},
     {"code-output", SourceKind::CodeOutput}}};

SourceKind kindOf(std::string_view name)
{
    const auto it = std::find_if(kinds.begin(), kinds.end(), [&](const auto &k) { return k.first == name; });
    return it == kinds.end() ? SourceKind::Other : it->second;
}

constexpr int deepestSource = 16; // sources within sources; nobody writes more

SourceView viewOf(const Json &json, const std::string &pointer, int depth);

void addParts(SourceView &view, const Json &json, int depth)
{
    if (depth <= 0)
        return;
    const auto add = [&](const char *key, const std::string &at) {
        if (const Json *part = member(json, key); part && part->is_object())
            view.parts.push_back(viewOf(*part, joinPointer(at, key), depth - 1));
    };
    if (view.kind == SourceKind::Join) {
        add("primarySource", view.pointer);
        forEachItem(json, "joins", [&](const Json &leg, int index) {
            if (const Json *right = member(leg, "right"); right && right->is_object()) {
                const std::string at = joinPointer(joinPointer(view.pointer, "joins"), static_cast<std::size_t>(index));
                SourceView part = viewOf(*right, joinPointer(at, "right"), depth - 1);
                part.name = stringMember(leg, "name");
                view.parts.push_back(std::move(part));
            }
        });
    } else if (view.kind == SourceKind::Union) {
        forEachItem(json, "sources", [&](const Json &part, int index) {
            const std::string at = joinPointer(joinPointer(view.pointer, "sources"), static_cast<std::size_t>(index));
            view.parts.push_back(viewOf(part, at, depth - 1));
        });
    } else if (view.kind == SourceKind::Transpose) {
        add("source", view.pointer);
    }
}

SourceView viewOf(const Json &json, const std::string &pointer, int depth)
{
    SourceView view;
    view.kindName = stringMember(json, "kind");
    view.kind = kindOf(view.kindName);
    view.pointer = pointer;
    view.elementId = stringMember(json, view.kind == SourceKind::Linked ? "from" : "elementId");
    view.groupingId = stringMember(json, "groupingId");
    view.connectionId = stringMember(json, "connectionId");
    view.statement = stringMember(json, "statement");
    view.dataModelId = stringMember(json, "dataModelId");
    view.name = stringMember(json, "name");
    forEachItem(json, "path", [&](const Json &step, int) { view.path.push_back(stringOf(step)); });
    addParts(view, json, depth);
    return view;
}

void collectElements(const SourceView &source, std::vector<std::string> &ids)
{
    const std::string id = source.workbookElement();
    if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end())
        ids.push_back(id);
    for (const SourceView &part : source.parts)
        collectElements(part, ids);
}

void collectConnections(const SourceView &source, std::vector<std::string> &ids)
{
    if (!source.connectionId.empty() && std::find(ids.begin(), ids.end(), source.connectionId) == ids.end())
        ids.push_back(source.connectionId);
    for (const SourceView &part : source.parts)
        collectConnections(part, ids);
}

} // namespace

std::string SourceView::workbookElement() const
{
    const bool own = kind == SourceKind::Table || kind == SourceKind::Linked || kind == SourceKind::CodeOutput;
    return own ? elementId : std::string();
}

SourceView sourceView(const Json &source, const std::string &pointer)
{
    return viewOf(source, pointer, deepestSource);
}

std::optional<SourceView> sourceOf(const Object &element)
{
    const Json *source = member(element.body(), "source");
    if (!source || !source->is_object())
        return std::nullopt;
    return sourceView(*source, "/source");
}

std::vector<std::string> sourceElements(const SourceView &source)
{
    std::vector<std::string> ids;
    collectElements(source, ids);
    return ids;
}

std::vector<std::string> connectionsOf(const Workbook &workbook)
{
    std::vector<std::string> ids;
    for (const Object &element : workbook.elements) {
        if (const auto source = sourceOf(element))
            collectConnections(*source, ids);
    }
    return ids;
}

std::string sourcePrefix(const Workbook &workbook, const SourceView &source)
{
    switch (source.kind) {
    case SourceKind::Table:
    case SourceKind::Linked:
    case SourceKind::CodeOutput: {
        const Object *element = workbook.elements.findById(source.elementId);
        return element ? element->name() : std::string();
    }
    case SourceKind::WarehouseTable:
        return source.path.empty() ? std::string() : source.path.back();
    case SourceKind::Sql:
        return "Custom SQL";
    case SourceKind::Union:
        return source.name.empty() ? "Union of " + std::to_string(source.parts.size()) + " Sources" : source.name;
    case SourceKind::Join:
        return source.name;
    case SourceKind::DataModel:
    case SourceKind::Transpose:
    case SourceKind::Empty:
    case SourceKind::Other:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace tessera::model
