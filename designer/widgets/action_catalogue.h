// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QKeySequence>
#include <QList>
#include <QString>

namespace tessera::designer {

// What must be so before an action can run. An action without needs is always there.
enum class Need
{
    Document = 1,  // a workbook is open
    Writable = 2,  // ... and may be edited
    Selection = 4, // something is selected
    Elements = 8,  // at least one element is selected
    Several = 16,  // at least two elements are selected
    Canvas = 32,   // a page, overlay or panel is in front
    Undo = 64,     // there is a step to undo
    Redo = 128,
    File = 256,     // the workbook stands in a file
    Problems = 512, // something was found
};
Q_DECLARE_FLAGS(Needs, Need)
Q_DECLARE_OPERATORS_FOR_FLAGS(Needs)

enum class ActionGroup
{
    File,
    Edit,
    Insert,
    Arrange,
    View,
    Go,
    Help,
};

// One thing a person can do. Menus, toolbar, command palette, shortcut page and help read this one list.
struct ActionSpec
{
    QString id; // "edit.undo"; also the object name of its QAction
    ActionGroup group = ActionGroup::File;
    QString text;                       // menu text, with a mnemonic
    QString help;                       // a sentence
    QString icon;                       // name in resources/icons, may be empty
    QList<QKeySequence> shortcuts = {}; // the first is shown
    Needs needs = {};
    bool checkable = false;
};

// Every action of the window in the order of the menus. Texts are translated at the moment of the call.
QList<ActionSpec> allActions();

QString groupName(ActionGroup group);

// Why an action that lacks `missing` cannot run now, as a sentence for a tooltip: "Select an element first."
QString reasonFor(Needs missing);

} // namespace tessera::designer
