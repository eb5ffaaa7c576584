// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace tessera::designer {

enum class Tone
{
    Info,
    Ok,
    Warn,
    Danger,
};

// A line above the canvas for what blocks or has to be known: what happened, why, and the choices. Stays until a choice
// is made or it is closed.
class Banner : public QFrame
{
    Q_OBJECT

public:
    Banner(Tone tone, const QString &message, QWidget *parent = nullptr);

    // A choice; running it closes the banner.
    void addChoice(const QString &text, const QString &toolTip, std::function<void()> run);
    QString message() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tint();

    Tone m_tone;
    QLabel *m_icon;
    QLabel *m_message;
    QHBoxLayout *m_layout;
    int m_choices = 0;
};

QString toneIcon(Tone tone);
QColor toneColor(Tone tone, const QPalette &palette);

} // namespace tessera::designer
