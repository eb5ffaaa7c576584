// SPDX-License-Identifier: GPL-3.0-or-later
// Menus and plugins, what leaves the workbook, and what only an organisation knows.
#include "rule_bench.h"

namespace tessera::model {

namespace {

Edit menu(const std::string &options)
{
    return add(R"J({"id": "nav", "kind": "navigation", "mode": "manual", "options": )J" + options + "}");
}

Edit plugin(const std::string &entries)
{
    return add(
        R"J({"id": "plug", "kind": "plugin", "pluginId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "config": {"source": {"kind": "element", "elementId": "base"}, )J" +
        entries + "}}");
}

Edit button(const std::string &effect)
{
    return add(
        R"J({"id": "btn", "kind": "button", "text": "Go", "actions": [{"id": "a1", "trigger": "on-click", "effects": [)J" +
        effect + "]}]}");
}

Edit table(const std::string &source)
{
    return add(R"J({"id": "t", "kind": "table", "name": "T", "source": )J" + source +
               R"J(, "columns": [{"id": "a", "name": "A", "formula": "[Custom SQL/A]"}]})J");
}

Edit agent(const std::string &tools)
{
    return [=](RuleBench &b) { b.setContents("/agents", R"J([{"id": "ag", "instructions": "Help.")J" + tools + "}]"); };
}

} // namespace

std::vector<RuleCase> reachCases()
{
    const std::string home = R"J({"label": "Home", "destination": {"type": "page", "pageId": "pg"}})J";
    const std::string download =
        R"J({"effect": "export", "channel": "download", "format": {"type": "csv"}, "source": )J";
    const std::string restricted = R"J([{"id": "s1", "restrictedColumns": ["c-val"], "criteria": )J";
    const std::string connection = R"J("connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d")J";
    return {
        {"navigation.options", add(R"J({"id": "nav", "kind": "navigation", "mode": "manual"})J"),
         add(R"J({"id": "nav", "kind": "navigation", "mode": "auto"})J")},
        {"navigation.options", menu("[]"), menu("[" + home + "]")},
        {"navigation.depth",
         menu(R"J([{"label": "A", "options": [{"label": "B", "destination": {"type": "none"}, "options": [)J" + home +
              "]}, " + home + "]}]"),
         menu(R"J([{"label": "A", "options": [)J" + home + ", " + home + "]}]")},
        {"navigation.plugin-column", plugin(R"J("dim": {"kind": "column", "columnId": "nope", "source": "source"})J"),
         plugin(R"J("dim": {"kind": "column", "columnId": "c-dim", "source": "source"})J")},
        {"navigation.plugin-column",
         plugin(R"J("dims": {"kind": "column", "columnIds": ["c-dim", "nope"], "source": "source"})J"),
         plugin(R"J("dims": {"kind": "column", "columnIds": ["c-dim", "c-val"], "source": "source"})J")},
        {"navigation.plugin-column", plugin(R"J("dim": {"kind": "column", "columnId": "c-dim", "source": "other"})J")},
        {"action.download-report",
         button(download + R"J({"type": "external-report", "documentId": "d"}})J"),
         button(download + R"J({"type": "element", "element": "base"}})J"),
         {"schema.variant", "schema.unconfirmed"}},
        {"action.delivery",
         button(
             R"J({"effect": "export", "channel": "email", "format": {"type": "csv"}, "source": {"type": "element", "element": "base"}})J"),
         button(download + R"J({"type": "element", "element": "base"}})J"),
         {"schema.unconfirmed", "schema.enum", "schema.required"}},
        {"source.write-back-table",
         table("{\"kind\": \"sql\", " + connection + R"J(, "statement": "SELECT a FROM wb.SIGDS_1234"})J"),
         table("{\"kind\": \"sql\", " + connection + R"J(, "statement": "SELECT a FROM wb.plan_view"})J")},
        {"document.audience",
         [](RuleBench &b) {
             b.setBlock("pg", "/visibility",
                        R"J({"kind": "specific-users-and-teams", "assignments": {"users": [], "teams": ["t1"]}})J");
         },
         [](RuleBench &b) {
             b.setBlock("pg", "/visibility",
                        R"J({"kind": "specific-users-and-teams", "assignments": {"users": [], "teams": []}})J");
         }},
        {"document.audience",
         [=](RuleBench &b) {
             b.set(
                 "base", "/columnSecurities",
                 restricted +
                     R"J({"kind": "specific-users-and-teams", "assignments": [{"type": "team", "teamId": "t1"}]}}])J");
         },
         [=](RuleBench &b) { b.set("base", "/columnSecurities", restricted + R"J({"kind": "no-one-can-view"}}])J"); }},
        {"document.column-protection",
         add(R"J({"id": "inp", "kind": "input-table", "name": "Plan", "inputMode": "view", "source": {"kind": "empty", )J" +
             connection + R"J(},
 "columns": [{"id": "ID"}, {"id": "amt", "type": "number", "name": "Amount"}], "columnSecurities": [{"id": "s", "criteria": {"kind": "no-one-can-view"}, "restrictedColumns": ["amt"]}]})J"),
         [=](RuleBench &b) { b.set("base", "/columnSecurities", restricted + R"J({"kind": "no-one-can-view"}}])J"); },
         {"schema.rejected-key"}},
        {"document.gate", agent(""), {}},
        {"document.gate",
         agent(R"J(, "tools": [{"kind": "mcp-connector", "toolId": "t", "name": "T", "connectorId": "c"}])J")},
        {"document.gate-off",
         [=](RuleBench &b) {
             agent(R"J(, "tools": [{"kind": "mcp-connector", "toolId": "t", "name": "T", "connectorId": "c"}])J")(b);
             b.setProfile(R"J({"features": {"agents": true, "mcp-connector": false}})J");
         },
         [=](RuleBench &b) {
             agent(R"J(, "tools": [{"kind": "mcp-connector", "toolId": "t", "name": "T", "connectorId": "c"}])J")(b);
             b.setProfile(R"J({"features": {"agents": true, "mcp-connector": true}})J");
         }},
        {"document.gate-off",
         [=](RuleBench &b) {
             b.add(R"J({"id": "py", "kind": "code"})J");
             b.add(
                 R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "code-output", "elementId": "py", "outputName": "o"}, "columns": []})J");
             b.setProfile(R"J({"features": {"code": true, "code-output": false}})J");
         },
         {},
         {"schema.unconfirmed", "schema.required", "schema.unknown-key", "data.unused"}},
    };
}

} // namespace tessera::model
