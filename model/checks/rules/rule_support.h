// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <QCoreApplication>
#include <QString>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/checks/check_context.h"
#include "model/checks/rules.h"
#include "model/names/json_read.h"
#include "model/workbook/views/element_view.h"

namespace tessera::model {

// Messages of rules: RuleText::tr("…").
struct RuleText
{
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

// "Bar chart “Revenue by region”", "Page “Overview”": how a message names a thing.
QString labelOf(const ElementFacts &element);
QString labelOf(const Object &object, Scope scope);
QString kindLabel(std::string_view kind);
QString inQuotes(std::string_view utf8); // “text”, long texts cut

bool isOneOf(std::string_view value, std::initializer_list<std::string_view> list);
bool isAnyContainerKind(std::string_view kind); // kinds that hold others through the layout
bool isSystemColumn(std::string_view columnId);

// --- Quick fixes: ordinary transactions on one property; the state they meet may have changed, then nothing happens.
// ---
QuickFix setFix(QString label, const CheckContext &context, std::string path, Json value);
QuickFix removeFix(QString label, const CheckContext &context, std::string path);
QuickFix moveKeyFix(QString label, const CheckContext &context, std::string from, std::string to);
QuickFix changesFix(QString label, std::function<std::vector<Change>(const Workbook &)> make);

// Walks a list of a body: visitor(item, pointer to the item).
void eachItem(const Json &body, std::string_view listKey, std::string_view base,
              const std::function<void(const Json &, const std::string &)> &visitor);

// Whether a value is a colour Sigma accepts: #rgb, #rrggbb, #rrggbbaa, {kind: theme, ref}, transparent, auto.
bool isHexColor(std::string_view text);

// The value closest in spelling, for "did you mean"; "" when none is near.
std::string closest(std::string_view word, std::initializer_list<std::string_view> candidates);

// A fresh wire id no element, block or action uses.
std::string freshId(const Workbook &workbook, const std::string &wish);

} // namespace tessera::model
