// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>

class QLabel;
class QLineEdit;

namespace tessera::designer {

// Asks for a name beside the caret: Enter takes it, Escape or a click elsewhere drops it. A refusal is said in place.
class NamePrompt : public QFrame
{
    Q_OBJECT

public:
    NamePrompt(QWidget *parent, const QString &title, const QString &name);

    // Tries the name; a text is why it was refused.
    std::function<QString(const QString &)> accept;

    void open(const QRect &line); // global; goes by itself

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void take();

    QLineEdit *m_field;
    QLabel *m_refusal;
};

} // namespace tessera::designer
