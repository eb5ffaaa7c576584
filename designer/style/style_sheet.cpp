// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/style/style_sheet.h"

#include <QHash>

#include "designer/style/theme.h"

namespace tessera::designer {

namespace {

// "@name@" stands for a token; the text holds no colour and no font size of its own.
const char *const textRules = R"(
QLabel[role="panelTitle"] { font-size: @panelTitle@px; font-weight: 600; }
QLabel[role="emptyTitle"] { font-size: @emptyTitle@px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="secondary"] { color: @text2@; }
QLabel[role="hint"] { color: @text3@; }
QLabel[role="caption"] { color: @text2@; font-size: @caption@px; }
QLabel[role="errorNote"] { color: @danger@; font-size: @caption@px; }
QLabel[role="warningNote"] { color: @warn@; font-size: @caption@px; }
QLabel[role="infoNote"] { color: @info@; font-size: @caption@px; }
QLabel[role="section"] { color: @text2@; font-size: @caption@px; font-weight: 600; }
QWidget[surface="window"] { background: @window@; }
QWidget[surface="surface"] { background: @surface@; }
QWidget[surface="canvas"] { background: @canvas@; }
QWidget[surface="raised"] { background: @raised@; border: 1px solid @line@; border-radius: @popoverRadius@px; }
QFrame[role="rule"] { background: @line@; border: none; }
QToolTip { background: @raised@; color: @text@; border: 1px solid @lineStrong@; padding: 4px 6px; }
)";

const char *const buttonRules = R"(
QPushButton { background: @raised@; color: @text@; border: 1px solid @lineStrong@; border-radius: @radius@px;
    padding: 0 12px; min-height: 30px; }
QPushButton:hover { background: @hover@; }
QPushButton:pressed { background: @pressed@; }
QPushButton:focus { border-color: @accent@; outline: none; }
QPushButton:disabled { color: @disabled@; border-color: @line@; }
QPushButton[role="primary"], QPushButton:default { background: @accent@; color: @onAccent@; border-color: @accent@; }
QPushButton[role="primary"]:hover, QPushButton:default:hover { background: @accentHover@; border-color: @accentHover@; }
QPushButton[role="primary"]:focus, QPushButton:default:focus { border-color: @text@; }
QPushButton[role="primary"]:disabled { background: @line@; color: @disabled@; border-color: @line@; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: @accent@; padding: 0 8px;
    min-height: 24px; }
QPushButton[role="quiet"]:hover { background: @hover@; }
QPushButton[role="quiet"]:focus { border-color: @accent@; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: @radius@px; padding: 4px;
    min-width: 14px; min-height: 14px; }
QToolButton:hover { background: @hover@; }
QToolButton:pressed { background: @pressed@; }
QToolButton:checked { background: @accentSoft@; color: @text@; }
QToolButton:focus { border-color: @accent@; }
QToolButton:disabled { color: @disabled@; }
QToolButton[popupMode="2"] { padding-right: 16px; }
QToolButton[role="group"] { font-weight: 600; padding: 0; text-align: left; border-radius: 4px; }
QToolButton[role="menu"] { padding: 2px; }
QToolButton[role="menu"]::menu-indicator { image: none; width: 0; }
QPushButton[role="fold"], QPushButton[role="emptyFold"] { text-align: left; padding: 0 7px; min-height: 26px; background: transparent;
    border-color: transparent; }
QPushButton[role="emptyFold"] { color: @text3@; }
QPushButton[role="fold"]:hover, QPushButton[role="emptyFold"]:hover { background: @hover@; }
QPushButton[role="fold"]:focus, QPushButton[role="emptyFold"]:focus { border-color: @accent@; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 2px; }
)";

const char *const inputRules = R"(
QLineEdit, QPlainTextEdit, QTextEdit { background: @surface@; color: @text@; border: 1px solid @lineStrong@;
    border-radius: @radius@px; padding: 0 7px; selection-background-color: @accentSoft@; selection-color: @text@; }
QLineEdit { min-height: 28px; }
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent@; }
QLineEdit:disabled, QLineEdit:read-only { background: @window@; border-color: @line@; color: @text2@; }
QsciScintilla[role="formula"] { background: @surface@; border: 1px solid @lineStrong@; border-radius: @radius@px; padding: 2px; }
QsciScintilla[role="formula"]:focus { border-color: @accent@; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0 2px; min-height: 0; }
QLineEdit QToolButton { padding: 0; border: none; min-width: 0; min-height: 0; }
QAbstractItemView QLineEdit { padding: 0 4px; min-height: 22px; border-radius: 4px; border-color: @accent@; }
QProgressBar { background: @line@; border: none; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: @accent@; border-radius: 2px; }
)";

const char *const viewRules = R"(
QAbstractItemView { background: @surface@; border: none; alternate-background-color: @window@;
    selection-background-color: @accentSoft@; selection-color: @text@; }
QTreeView, QListView { show-decoration-selected: 1; }
QTreeView::item, QListView::item { border: none; padding: 0 4px; }
QTreeView::item:hover, QListView::item:hover { background: @hover@; }
QTreeView::item:selected, QListView::item:selected { background: @accentSoft@; color: @text@; }
QTreeView::branch:hover { background: @hover@; }
QTreeView::branch:selected { background: @accentSoft@; }
QHeaderView { background: @window@; border: none; }
QHeaderView::section { background: @window@; color: @text2@; border: none; border-bottom: 1px solid @line@;
    padding: 0 8px; min-height: 28px; font-weight: 600; }
QTableCornerButton::section { background: @window@; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @scroll@; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @lineStrong@; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

const char *const frameRules = R"(
QMainWindow, QDialog { background: @window@; }
QMainWindow::separator { background: @line@; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent@; }
QSplitter::handle { background: @line@; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QDockWidget { border: none; }
QMenuBar { background: @window@; padding: 2px 6px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover@; color: @text@; }
QMenu { background: @raised@; border: 1px solid @lineStrong@; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: @accentSoft@; color: @text@; }
QMenu::item:disabled { color: @disabled@; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }
QToolBar { background: @window@; border: none; border-bottom: 1px solid @line@; padding: 4px 8px; spacing: 2px; }
QToolBar::separator { background: @line@; width: 1px; margin: 5px 7px; }
QStatusBar { background: @window@; border-top: 1px solid @line@; color: @text2@; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @text2@; }
QTabWidget::pane { border: none; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { background: transparent; color: @text2@; border: none; border-bottom: 2px solid transparent;
    padding: 6px 10px 5px 10px; min-height: 18px; }
QTabBar::tab:hover { color: @text@; background: @hover@; }
QTabBar::tab:selected { color: @text@; border-bottom: 2px solid @accent@; }
QTabBar::tab:focus { color: @accent@; }
QGroupBox { border: 1px solid @line@; border-radius: @cardRadius@px; margin-top: 8px; padding-top: 8px; }
)";

QHash<QString, QString> values(const Tokens &t)
{
    const QColor ink = t.text;
    const auto name = [](const QColor &color) { return color.name(); };
    return {
        {QStringLiteral("window"), name(t.window)},
        {QStringLiteral("surface"), name(t.surface)},
        {QStringLiteral("raised"), name(t.raised)},
        {QStringLiteral("canvas"), name(t.canvas)},
        {QStringLiteral("line"), name(t.line)},
        {QStringLiteral("lineStrong"), name(t.lineStrong)},
        {QStringLiteral("text"), name(t.text)},
        {QStringLiteral("text2"), name(t.text2)},
        {QStringLiteral("text3"), name(t.text3)},
        {QStringLiteral("danger"), name(t.danger)},
        {QStringLiteral("warn"), name(t.warn)},
        {QStringLiteral("info"), name(t.info)},
        {QStringLiteral("accent"), name(t.accent)},
        {QStringLiteral("accentSoft"), name(t.accentSoft)},
        {QStringLiteral("accentHover"), name(mix(t.accent, ink, 0.12))},
        {QStringLiteral("onAccent"), name(t.onAccent)},
        {QStringLiteral("disabled"), name(mix(t.surface, t.text3, 0.7))},
        {QStringLiteral("hover"), name(mix(t.window, ink, 0.06))},
        {QStringLiteral("pressed"), name(mix(t.window, ink, 0.12))},
        {QStringLiteral("scroll"), name(mix(t.surface, t.lineStrong, 0.55))},
        {QStringLiteral("caption"), QString::number(size::caption)},
        {QStringLiteral("panelTitle"), QString::number(size::panelTitle)},
        {QStringLiteral("emptyTitle"), QString::number(size::emptyTitle)},
        {QStringLiteral("radius"), QString::number(size::radius)},
        {QStringLiteral("cardRadius"), QString::number(size::cardRadius)},
        {QStringLiteral("popoverRadius"), QString::number(size::popoverRadius)},
    };
}

} // namespace

QString styleSheet(const Tokens &tokens)
{
    QString rules;
    for (const char *part : {textRules, buttonRules, inputRules, viewRules, frameRules})
        rules += QLatin1String(part);
    const QHash<QString, QString> table = values(tokens);
    QString result;
    const QStringList pieces = rules.split(u'@'); // odd pieces are token names
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        Q_ASSERT(i % 2 == 0 || table.contains(pieces.at(i)));
        result += i % 2 ? table.value(pieces.at(i)) : pieces.at(i);
    }
    return result;
}

} // namespace tessera::designer
