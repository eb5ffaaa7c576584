// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/sigds_facts.h"

#include <algorithm>
#include <array>

#include "model/base/pointer.h"
#include "model/workbook/input_table.h"

namespace tessera::model {

namespace {

// Where the effects keep what they act on, most telling first.
constexpr std::array targetPaths = {"/tableElementId",  "/control",
                                    "/overlayId",       "/target/element",
                                    "/target/page",     "/elementId",
                                    "/documentId",      "/tabbedContainerElementId",
                                    "/formElementId",   "/scope/pageId",
                                    "/scope/controlId", "/scope/containerElementId",
                                    "/source/element",  "/codeElementId",
                                    "/chatElementId",   "/pluginElementId",
                                    "/connectorId",     "/agentId",
                                    "/sequenceId",      "/storedProcedure",
                                    "/target",          "/url"};
constexpr std::array subtypePaths = {"/whichRows/type",   "/target/type", "/scope/type",
                                     "/selectedTab/type", "/sort/type",   "/channel",
                                     "/documentType",     "/openTarget",  "/selectionMode"};
constexpr std::array valueKeys = {"value",        "values",   "low",        "high",           "min",  "max",
                                  "step",         "start",    "end",        "mode",           "case", "selectionMode",
                                  "includeNulls", "rowCount", "percentile", "rankingFunction"};
constexpr std::array validationKeys = {"values",     "valuesFrom",    "range",
                                       "maxFileNum", "maxFileSizeMb", "acceptedFileTypes"};

template <class Paths>
std::string firstText(const Json &json, const Paths &paths)
{
    for (const char *path : paths) {
        if (const Json *found = at(json, path); found && found->is_string())
            return stringOf(*found);
    }
    return {};
}

template <class Keys>
Json picked(const Json &json, const Keys &keys)
{
    Json out = Json::object();
    for (const char *key : keys) {
        if (const Json *found = member(json, key))
            out[key] = *found;
    }
    return out;
}

void addEffects(EffectFacts &facts, const Json *branch, const std::string &path)
{
    const Json *effects = branch ? member(*branch, "effects") : nullptr;
    if (!effects || !effects->is_array())
        return;
    for (std::size_t i = 0; i < effects->size(); ++i)
        facts.inner.emplace_back(path + "/effects/" + std::to_string(i), &(*effects)[i]);
}

ActionFacts actionOf(const Json &action)
{
    ActionFacts facts;
    for (const auto &[key, value] : action.get_ref<const Json::object_t &>()) {
        if (key == "id" && value.is_string())
            facts.id = stringOf(value);
        else if (key == "name" && value.is_string())
            facts.name = stringOf(value);
        else if (key == "trigger")
            facts.trigger = value;
        else if (key == "effects" && value.is_array())
            std::ranges::transform(value, std::back_inserter(facts.effects),
                                   [](const Json &effect) { return &effect; });
        else if (key == "state" && value == "disabled")
            facts.paused = true;
        else
            facts.rest[key] = value;
    }
    if (const Json *condition = member(facts.trigger, "condition"))
        facts.condition = *condition;
    return facts;
}

std::vector<ActionFacts> actionsIn(const Json *list)
{
    std::vector<ActionFacts> all;
    if (!list || !list->is_array())
        return all;
    for (const Json &action : *list) {
        if (action.is_object())
            all.push_back(actionOf(action));
    }
    return all;
}

} // namespace

EffectFacts effectFacts(const Json &effect)
{
    EffectFacts facts;
    facts.type = stringMember(effect, "effect");
    facts.subtype = firstText(effect, subtypePaths);
    facts.target = firstText(effect, targetPaths);
    const auto addBranch = [&](const Json *branch, const std::string &path) {
        if (!branch)
            return;
        if (const Json *condition = member(*branch, "condition"))
            facts.conditions.push_back(*condition);
        addEffects(facts, branch, path);
    };
    addBranch(member(effect, "if"), "/if");
    if (const Json *others = member(effect, "elseif"); others && others->is_array()) {
        for (std::size_t i = 0; i < others->size(); ++i)
            addBranch(&(*others)[i], "/elseif/" + std::to_string(i));
    }
    addEffects(facts, member(effect, "else"), "/else");
    return facts;
}

std::vector<ActionFacts> actionFacts(const Json &body)
{
    return actionsIn(member(body, "actions"));
}

std::vector<ActionFacts> workbookActionFacts(const Workbook &workbook)
{
    return actionsIn(member(workbook.contents, "automatedActions"));
}

std::optional<ControlFacts> controlFacts(const Object &element)
{
    if (element.kind() != "control")
        return std::nullopt;
    const Json &body = element.body();
    return ControlFacts{stringMember(body, "controlId"), stringMember(body, "controlType"), picked(body, valueKeys)};
}

std::optional<InputTableFacts> inputTableFacts(const Object &element)
{
    if (!isInputTable(element))
        return std::nullopt;
    const Json &body = element.body();
    InputTableFacts facts;
    const Json *source = member(body, "source");
    const std::string kind = source ? stringMember(*source, "kind") : std::string();
    facts.type = kind == "linked" || kind == "csv" ? kind : "empty";
    const std::string mode = stringMember(body, "inputMode");
    facts.published = !mode.empty() && mode != "edit";
    if (const Json *columns = member(body, "columns"); columns && columns->is_array())
        facts.columns = *columns;
    for (const Json &column : facts.columns) {
        if (Json slot = picked(column, validationKeys); !slot.empty())
            facts.validation[stringMember(column, "id")] = std::move(slot);
    }
    facts.governance = picked(body, std::array{"inputMode", "filters"});
    facts.metadata = picked(body, std::array{"name", "description", "source", "noDataText"});
    return facts;
}

std::string workbookIdOf(const Workbook &workbook)
{
    const std::string id = stringMember(workbook.meta, "workbookId");
    return id.empty() ? "workbook" : id;
}

} // namespace tessera::model
