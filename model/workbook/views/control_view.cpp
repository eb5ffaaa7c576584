// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/control_view.h"

#include "model/base/pointer.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

bool isControl(const Object &element)
{
    return element.kind() == "control";
}

std::string controlId(const Object &element)
{
    return isControl(element) ? stringMember(element.body(), "controlId") : std::string();
}

std::string controlType(const Object &element)
{
    return isControl(element) ? stringMember(element.body(), "controlType") : std::string();
}

std::vector<ControlTarget> controlTargets(const Object &control)
{
    std::vector<ControlTarget> targets;
    if (!isControl(control))
        return targets;
    for (const char *list : {"filters", "targets"}) {
        forEachItem(control.body(), list, [&](const Json &entry, int index) {
            const std::string pointer = joinPointer(std::string("/") + list, static_cast<std::size_t>(index));
            const Json *source = member(entry, "source");
            if (source && source->is_object())
                targets.push_back({sourceView(*source, pointer + "/source"), stringMember(entry, "columnId"), pointer});
        });
    }
    return targets;
}

std::optional<DrillView> drillOf(const Object &control)
{
    if (controlType(control) != "drill")
        return std::nullopt;
    DrillView view;
    forEachItem(control.body(), "categories",
                [&](const Json &entry, int) { view.categories.push_back(stringMember(entry, "columnId")); });
    forEachItem(control.body(), "targets", [&](const Json &entry, int) {
        const Json *source = member(entry, "source");
        DrillView::Target target{source ? stringMember(*source, "elementId") : std::string(), {}};
        forEachItem(entry, "columnIds", [&](const Json &id, int) { target.columnIds.push_back(stringOf(id)); });
        view.targets.push_back(std::move(target));
    });
    return view;
}

std::optional<ControlValueSource> controlValueSource(const Object &control)
{
    const Json *source = isControl(control) ? member(control.body(), "source") : nullptr;
    if (!source || !source->is_object())
        return std::nullopt;
    ControlValueSource view;
    view.pointer = "/source";
    view.manual = stringMember(*source, "kind") == "manual";
    view.valueType = stringMember(*source, "valueType");
    view.columnId = stringMember(*source, "columnId");
    if (const Json *inner = member(*source, "source"); inner && inner->is_object())
        view.source = sourceView(*inner, "/source/source");
    forEachItem(*source, "values", [&](const Json &value, int) { view.values.push_back(value); });
    forEachItem(*source, "labels", [&](const Json &label, int) { view.labels.push_back(stringOf(label)); });
    return view;
}

const Object *findControl(const Workbook &workbook, const std::string &handle)
{
    for (const Object &element : workbook.elements) {
        if (isControl(element) && controlType(element) != "synced" && controlId(element) == handle)
            return &element;
    }
    return nullptr;
}

std::vector<std::string> controlHandles(const Workbook &workbook)
{
    std::vector<std::string> handles;
    for (const Object &element : workbook.elements) {
        if (isControl(element) && controlType(element) != "synced")
            handles.push_back(controlId(element));
    }
    return handles;
}

} // namespace tessera::model
