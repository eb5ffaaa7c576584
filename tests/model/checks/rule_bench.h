// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/base/json.h"
#include "model/checks/profile.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

class Catalogue;

// A small workbook that Sigma would take as it is, and edits that break it in one way each. Values are JSON texts.
class RuleBench
{
public:
    RuleBench();

    const Workbook &workbook() const { return m_workbook; }
    Workbook &raw() { return m_workbook; }

    void add(const std::string &element, const std::string &parent = "pg"); // placed below the others
    void addUnplaced(const std::string &element);
    void addPage(const std::string &page);
    void addOverlay(const std::string &overlay);
    void addPanel(const std::string &panel);
    void set(const std::string &element, const std::string &path, const std::string &value);
    void unset(const std::string &element, const std::string &path);
    void setBlock(const std::string &block, const std::string &path, const std::string &value); // page, overlay, panel
    void setContents(const std::string &path, const std::string &value);
    void unsetContents(const std::string &path);
    void setMeta(const std::string &path, const std::string &value);
    void setExtras(const std::string &path, const std::string &value);
    void setProfile(const std::string &profile); // of the organisation; none at first
    const OrganisationProfile *profile() const { return m_profile ? &*m_profile : nullptr; }

    // Layout: `parent` and `ref` are ids; a node is found by what it shows.
    NodeId place(NodeKind kind, const std::string &ref, const std::string &parent, GridRect rect, int columns = 24);
    NodeId tab(const std::string &tabbedContainer);
    void unplace(const std::string &ref);
    void edit(const std::string &ref, const std::function<void(LayoutNode &)> &change);
    NodeId node(const std::string &ref) const; // a block or an element's place

private:
    Workbook m_workbook;
    std::optional<OrganisationProfile> m_profile;
};

// What a case does to the bench. Values are JSON texts.
using Edit = std::function<void(RuleBench &)>;
Edit add(std::string element);
Edit set(std::string element, std::string path, std::string value);
Edit contents(std::string path, std::string value);

struct RuleCase
{
    std::string rule;
    Edit bad = {};
    Edit good = {};                     // comes close, and is fine
    std::vector<std::string> also = {}; // other rules the bad workbook cannot help to break
};

std::vector<RuleCase> structureCases();
std::vector<RuleCase> identityCases();
std::vector<RuleCase> referenceCases();
std::vector<RuleCase> layoutCases();
std::vector<RuleCase> gridCases(); // blocks and grids of the layout
std::vector<RuleCase> chartCases();
std::vector<RuleCase> contentCases();
std::vector<RuleCase> dataCases();
std::vector<RuleCase> actionCases();
std::vector<RuleCase> formulaCases();
std::vector<RuleCase> controlCases();
std::vector<RuleCase> sourceCases();
std::vector<RuleCase> shownCases();
std::vector<RuleCase> documentCases();
std::vector<RuleCase> schemaCases();
std::vector<RuleCase> schemaFixCases();
std::vector<RuleCase> profileCases();
std::vector<RuleCase> reachCases();
std::vector<RuleCase> settingCases();
std::vector<RuleCase> stepCases();
std::vector<RuleCase> wiringCases();
std::vector<RuleCase> nearMisses(); // without `bad`

} // namespace tessera::model
