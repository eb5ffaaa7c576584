// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include "app/window/composition.h"
#include "app/window/main_window.h"
#include "model/layout/grid_rect.h"

namespace tessera::test {

// A small workbook as text: a chart over a table on a hidden page, and a comment that must survive.
extern const char *const smallBook;

// Settings and folders of this test program alone.
void useTestSettings();

QByteArray contentOf(const QString &path);

// Lines that differ between two texts of equally many lines; -1 when their number differs.
int differingLines(const QByteArray &a, const QByteArray &b);

// Answers modal questions with the button of this name as long as it lives.
class Answer
{
public:
    explicit Answer(const QString &button);

private:
    QTimer m_timer;
};

// The main window over an empty folder, new for each test.
class MainWindowFixture : public QObject
{
    Q_OBJECT

protected Q_SLOTS: // tests may prepare more
    void initTestCase();
    void init();
    void cleanup();

protected:
    // A new window in place of the one there is.
    void showWindow();
    // Waits until the file is shown.
    void open(const QString &path);
    // The path of smallBook, written into the folder.
    QString writeSmall(const QString &name = QStringLiteral("small.yaml"));
    model::GridRect chartRect() const;
    // Moves the chart by one column with a key.
    void nudgeChart();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Composition> m_composition;
    std::unique_ptr<app::MainWindow> m_window;
};

} // namespace tessera::test
