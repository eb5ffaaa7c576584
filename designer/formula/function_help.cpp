// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the formula panel that explains functions; all of it is made from the catalogue.
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "designer/formula/completion_popup.h"
#include "designer/formula/formula_desk.h"
#include "designer/formula/formula_edit.h"
#include "designer/formula/formula_panel.h"
#include "designer/formula/formula_tip.h"
#include "designer/session/session.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/widgets/search_field.h"
#include "model/base/fuzzy.h"
#include "model/base/text.h"
#include "model/formula/call_site.h"
#include "model/formula/function_reference.h"

namespace tessera::designer {

using namespace model::formula;
using model::toQString;

namespace {

constexpr int listWidth = 232; // px

QString argumentRows(const Function &function, const Tokens &t)
{
    QString rows;
    for (const Parameter &parameter : function.parameters) {
        const QString left = parameter.optional ? FormulaPanel::tr("optional") : QString();
        rows += QStringLiteral(
                    "<tr><td style='padding:2px 16px 2px 0'><b>%1</b></td><td style='padding:2px 16px 2px 0'>%2</td>"
                    "<td style='padding:2px 0; color:%3'>%4</td></tr>")
                    .arg(toQString(parameter.name).toHtmlEscaped(), parameterWords(parameter).toHtmlEscaped(),
                         t.text3.name(), left);
    }
    return rows.isEmpty() ? QString() : QStringLiteral("<table cellspacing='0'>%1</table>").arg(rows);
}

QString pageOf(const Function &function, const Tokens &t)
{
    const QString mono = QStringLiteral("font-family:\"%1\"").arg(monospaceFont().family());
    QString html =
        QStringLiteral("<p style='font-size:%1px; font-weight:600; margin:0 0 4px 0'>%2 <span style='font-size:%3px; "
                       "font-weight:400; color:%4'>%5 · %6</span></p>")
            .arg(size::panelTitle)
            .arg(toQString(function.name).toHtmlEscaped())
            .arg(size::caption)
            .arg(t.text2.name(), toQString(function.group).toHtmlEscaped(),
                 toQString(kindWords(function)).toHtmlEscaped());
    html += QStringLiteral("<p style='%1; color:%2; margin:0 0 8px 0'>%3 <span style='color:%4'>→ %5</span></p>")
                .arg(mono, t.info.name(), signatureHtml(function), t.text2.name(),
                     toQString(resultType(function)).toHtmlEscaped());
    html += QStringLiteral("<p style='margin:0 0 8px 0'>%1</p>").arg(toQString(function.doc).toHtmlEscaped());
    html += argumentRows(function, t);
    if (!function.example.empty()) {
        const QString result = function.exampleResult.empty()
                                   ? QString()
                                   : QStringLiteral(" <span style='color:%1'>→ %2</span>")
                                         .arg(t.text2.name(), toQString(function.exampleResult).toHtmlEscaped());
        html += QStringLiteral(
                    "<p style='color:%1; font-size:%2px; margin:12px 0 2px 0'>%3</p><p style='%4; margin:0'>%5%6</p>")
                    .arg(t.text2.name())
                    .arg(size::caption)
                    .arg(FormulaPanel::tr("Example"), mono, toQString(function.example).toHtmlEscaped(), result);
    }
    if (!function.certain)
        html += QStringLiteral("<p style='color:%1; margin:12px 0 0 0'>%2</p>")
                    .arg(t.text3.name(),
                         FormulaPanel::tr(
                             "Some of this is not confirmed by Sigma's documentation: try it before you rely on it."));
    return html;
}

} // namespace

QWidget *FormulaPanel::makeHelp()
{
    auto *page = new QWidget(this);
    m_search = new SearchField(tr("Find a function"), page);
    m_search->setObjectName(QStringLiteral("functionSearch"));
    m_functions = new QStandardItemModel(page);
    m_list = new QListView(page);
    m_list->setObjectName(QStringLiteral("functionList"));
    m_list->setAccessibleName(tr("Functions"));
    m_list->setModel(m_functions);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_search->setTarget(m_list);
    m_text = new QTextBrowser(page);
    m_text->setObjectName(QStringLiteral("functionHelp"));
    m_text->setAccessibleName(tr("Help on the function"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setStyleSheet(QStringLiteral("QTextBrowser { border: none; border-radius: 0; }"));

    auto *left = new QVBoxLayout;
    left->setContentsMargins(space::s, space::xs, space::s, 0);
    left->setSpacing(space::s);
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    m_search->setFixedWidth(listWidth);
    m_list->setFixedWidth(listWidth);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left);
    row->addWidget(m_text, 1);

    connect(m_search, &QLineEdit::textChanged, this, &FormulaPanel::filterFunctions);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FormulaPanel::explainFunction);
    connect(m_list, &QListView::activated, this, &FormulaPanel::insertFunction);
    filterFunctions({});
    return page;
}

QWidget *FormulaPanel::makeHelpButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, const QString &toolTip, const char *name, void (FormulaPanel::*run)()) {
        auto *button = new QPushButton(text, buttons);
        button->setProperty("role", QStringLiteral("quiet"));
        button->setObjectName(QLatin1String(name));
        button->setToolTip(toolTip);
        connect(button, &QPushButton::clicked, this, run);
        row->addWidget(button);
    };
    add(tr("Insert"), tr("Write this function at the caret of the formula (Enter in the list)"), "insertFunction",
        &FormulaPanel::insertFunction);
    add(tr("All functions"), tr("Open the function reference in the help"), "allFunctions",
        &FormulaPanel::openReference);
    return buttons;
}

void FormulaPanel::openReference()
{
    const Function *function =
        FunctionCatalogue::shipped().find(model::toUtf8(m_list->currentIndex().data().toString()));
    Q_EMIT pageRequested(function ? QStringLiteral("functions/") + toQString(function->group).toLower()
                                  : QStringLiteral("functions"),
                         function ? toQString(function->name) : QString());
}

void FormulaPanel::filterFunctions(const QString &text)
{
    const QString before = m_list->currentIndex().data().toString();
    std::vector<std::pair<int, const Function *>> found;
    for (const Function &function : FunctionCatalogue::shipped().all()) {
        const auto name = model::fuzzyMatch(text, toQString(function.name));
        const bool words = !name && toQString(function.doc).contains(text, Qt::CaseInsensitive);
        if (name || words)
            found.emplace_back(name ? name->score : -100, &function);
    }
    if (text.isEmpty())
        std::stable_sort(found.begin(), found.end(),
                         [](const auto &a, const auto &b) { return a.second->name < b.second->name; });
    else
        std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_functions->clear();
    int row = 0;
    for (const auto &[score, function] : found) {
        auto *item = new QStandardItem(icon(QStringLiteral("sigma")), toQString(function->name));
        item->setToolTip(toQString(function->signature()));
        item->setSizeHint({0, size::treeRow});
        m_functions->appendRow(item);
        if (text.isEmpty() && item->text() == before)
            row = m_functions->rowCount() - 1;
    }
    m_list->setCurrentIndex(m_functions->index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
    explainFunction();
}

void FormulaPanel::explainFunction()
{
    if (!m_text)
        return;
    const Function *function =
        FunctionCatalogue::shipped().find(model::toUtf8(m_list->currentIndex().data().toString()));
    m_text->setHtml(function ? pageOf(*function, tokensOf(palette()))
                             : tr("No function has this name or these words."));
}

void FormulaPanel::insertFunction()
{
    FormulaEdit *editor = m_session.formulas().editor();
    const Function *function =
        FunctionCatalogue::shipped().find(model::toUtf8(m_list->currentIndex().data().toString()));
    if (!editor || editor->isReadOnly() || !function)
        return;
    const int at = editor->caret();
    const QString name = toQString(function->name);
    editor->insertAtCaret(name + QStringLiteral("()"));
    editor->select({at + static_cast<int>(name.size()) + (function->parameters.empty() ? 2 : 1), 0});
}

// The list goes with the caret, but not while somebody is looking something up.
void FormulaPanel::followFunction()
{
    FormulaEdit *editor = m_session.formulas().editor();
    if (!editor || !m_search->text().isEmpty())
        return;
    const QString name = toQString(functionAt(model::toUtf8(editor->formula()), editor->caret()));
    if (!name.isEmpty())
        showFunction(name);
}

void FormulaPanel::explain(const QString &function)
{
    bring(0);
    showFunction(function);
}

void FormulaPanel::showFunction(const QString &name)
{
    const Function *function = FunctionCatalogue::shipped().find(model::toUtf8(name));
    if (!function)
        return;
    if (!m_search->text().isEmpty())
        m_search->clear();
    const auto items = m_functions->findItems(toQString(function->name));
    if (!items.isEmpty()) {
        m_list->setCurrentIndex(items.first()->index());
        m_list->scrollTo(m_list->currentIndex());
    }
}

} // namespace tessera::designer
