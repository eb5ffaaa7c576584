// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "designer/preview/preview_formula.h"

namespace tessera::designer {

// What is entered in a form.
class FormValues
{
public:
    virtual ~FormValues() = default;
    virtual model::Value fieldValue(const std::string &fieldId) const = 0;
    virtual void setFieldValue(const std::string &fieldId, const model::Value &value) = 0;
    virtual void reset() = 0;
};

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
    virtual void sortElement(const std::string &element, const std::string &column, bool descending) = 0;
    virtual FormValues *form(const std::string &element) = 0;   // null: not in sight
    virtual std::vector<std::string> blocksInSight() const = 0; // the page in front, panels around it, an open overlay
    virtual void say(const QString &words) = 0;
    virtual void leaveForDesign() = 0;            // somebody jumped to a thing that is edited there
    virtual void sightChanged() = 0;              // other elements are shown
    virtual void openUrl(const QString &url) = 0; // asks first
    // Computes formulas over the rows of elements, elsewhere; `then` gets a value each, or none where it could not be
    // told. Never called once the reader has gone. False: there is nobody to compute them.
    using Answers = std::vector<std::optional<model::Value>>;
    virtual bool computeOnRows(const std::vector<std::string> &formulas, std::function<void(const Answers &)> then) = 0;
};

// Who acts, and on what.
struct ActionPlace
{
    const model::Workbook &workbook;
    const model::Object &host; // element or overlay
    LiveData *data = nullptr;
    PickedRow selected = {};
    FormValues *form = nullptr; // that the host is
};

// Runs the enabled actions of an element or overlay for a trigger ("on-click", "on-select", "on-change …") whose
// conditions hold: controls are set and cleared, overlays, pages, tabs and addresses opened, elements sorted, forms
// filled, branches taken. What needs Sigma (writing rows, exports, agents …) is said in words. Where a formula reads
// rows the rest of its action waits for them. Answers whether there was an action.
bool runActions(const ActionPlace &place, const std::string &trigger, PreviewStage &stage);
bool hasActions(const model::Object &host, const std::string &trigger);

// The {{formulas}} of a text that stands outside of an action: the address of a link.
void openLink(const ActionPlace &place, const QString &url, PreviewStage &stage);

} // namespace tessera::designer
