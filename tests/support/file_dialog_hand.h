// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

namespace tessera::tests {

// Chooses a path in the next file dialog (Qt's own, not ours) and presses Enter.
class FileDialogHand
{
public:
    explicit FileDialogHand(const QString &path)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this, path] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            auto *field = dialog ? dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")) : nullptr;
            if (!field)
                return;
            m_timer.stop();
            dialog->setDirectory(QFileInfo(path).absolutePath());
            dialog->selectFile(path);
            QTest::keyClick(field, Qt::Key_Return);
        });
        m_timer.start(5);
    }

private:
    QTimer m_timer;
};

} // namespace tessera::tests
