// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/rule_support.h"

#include <algorithm>
#include <numeric>

#include "model/edit/property_edit.h"

namespace tessera::model {

QString inQuotes(std::string_view utf8)
{
    QString text = toQString(utf8);
    if (text.size() > 60)
        text = text.left(57) + QChar(0x2026);
    return u'“' + text + u'”';
}

QString kindLabel(std::string_view kind)
{
    if (kind == "kpi-chart")
        return RuleText::tr("KPI");
    if (kind.empty())
        return RuleText::tr("Element");
    QString label = toQString(kind);
    label.replace(u'-', u' ');
    label[0] = label[0].toUpper();
    return label;
}

QString labelOf(const ElementFacts &element)
{
    const std::string &name = element.kind == "control" && element.name.empty() ? element.handle : element.name;
    return kindLabel(element.kind) + u' ' +
           inQuotes(!name.empty()         ? name
                    : !element.id.empty() ? element.id
                                          : element.key);
}

QString labelOf(const Object &object, Scope scope)
{
    const QString what = scope == Scope::Page      ? RuleText::tr("Page")
                         : scope == Scope::Overlay ? RuleText::tr("Overlay")
                         : scope == Scope::Panel   ? RuleText::tr("Panel")
                                                   : kindLabel(object.kind());
    const std::string name = object.name();
    return what + u' ' + inQuotes(!name.empty() ? name : !object.id().empty() ? object.id() : object.key());
}

bool isOneOf(std::string_view value, std::initializer_list<std::string_view> list)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool isAnyContainerKind(std::string_view kind)
{
    return isOneOf(kind, {"container", "repeated-container", "single-row-container", "tabbed-container"});
}

bool isSystemColumn(std::string_view columnId)
{
    return isOneOf(columnId, {"ID", "CREATED_AT", "CREATED_BY", "UPDATED_AT", "UPDATED_BY"});
}

QuickFix changesFix(QString label, std::function<std::vector<Change>(const Workbook &)> make)
{
    QuickFix fix;
    fix.label = label;
    fix.make = [label, make = std::move(make)](const Workbook &workbook) -> Result<Transaction> {
        Transaction transaction;
        transaction.label = label;
        transaction.changes = make(workbook);
        if (transaction.changes.empty()) {
            return fail(ErrorCode::Conflict, RuleText::tr("This place has changed in the meantime."),
                        RuleText::tr("Look at the finding again."));
        }
        return transaction;
    };
    return fix;
}

QuickFix setFix(QString label, const CheckContext &context, std::string path, Json value)
{
    return changesFix(std::move(label),
                      [scope = context.scope(), key = context.key(), path = std::move(path), value = std::move(value)](
                          const Workbook &workbook) { return setProperty(workbook, scope, key, path, value); });
}

QuickFix removeFix(QString label, const CheckContext &context, std::string path)
{
    return changesFix(std::move(label),
                      [scope = context.scope(), key = context.key(), path = std::move(path)](const Workbook &workbook) {
                          return setProperty(workbook, scope, key, path, std::nullopt);
                      });
}

QuickFix moveKeyFix(QString label, const CheckContext &context, std::string from, std::string to)
{
    const auto make = [scope = context.scope(), key = context.key(), from = std::move(from),
                       to = std::move(to)](const Workbook &workbook) -> std::vector<Change> {
        const Json *tree = propertyTree(workbook, scope, key);
        const Json *value = tree ? at(*tree, from) : nullptr;
        if (!value || at(*tree, to))
            return {};
        const int position = positionOf(*tree, from);
        SetProperty remove{scope, key, from, *value, std::nullopt, position};
        SetProperty insert{scope,        key,    to,
                           std::nullopt, *value, parentPointer(from) == parentPointer(to) ? position : -1};
        return {remove, insert};
    };
    return changesFix(std::move(label), make);
}

void eachItem(const Json &body, std::string_view listKey, std::string_view base,
              const std::function<void(const Json &, const std::string &)> &visitor)
{
    const Json &list = items(body, listKey);
    if (list.empty())
        return;
    const std::string path = joinPointer(base, listKey);
    for (std::size_t i = 0; i < list.size(); ++i)
        visitor(list[i], joinPointer(path, i));
}

bool isHexColor(std::string_view text)
{
    if (text.size() != 4 && text.size() != 7 && text.size() != 9)
        return false;
    return text[0] == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

namespace {

int distance(std::string_view a, std::string_view b)
{
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

bool isTaken(const Workbook &workbook, const std::string &id)
{
    return workbook.elements.findById(id) || workbook.findBlock(id) || workbook.elements.find(id) ||
           workbook.pages.find(id) || workbook.overlays.find(id) || workbook.panels.find(id);
}

} // namespace

std::string closest(std::string_view word, std::initializer_list<std::string_view> candidates)
{
    std::string best;
    int bestDistance = word.size() < 4 ? 2 : 3; // closer than this counts as near
    if (word.size() > 64)
        return best;
    for (const std::string_view candidate : candidates) {
        const int d = distance(word, candidate);
        if (d < bestDistance) {
            bestDistance = d;
            best = candidate;
        }
    }
    return best;
}

std::string freshId(const Workbook &workbook, const std::string &wish)
{
    const std::string stem = wish.empty() ? "element" : wish;
    for (int n = 2;; ++n) {
        const std::string id = stem + '-' + std::to_string(n);
        if (!isTaken(workbook, id))
            return id;
    }
}

} // namespace tessera::model
