// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "designer/style/theme.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace tessera::app {

// Theme, author name, the profile of the organisation and whether pictures are fetched. The theme changes while one
// looks; Cancel brings the old one back.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(QWidget *parent = nullptr);

    void accept() override;
    void reject() override;

Q_SIGNALS:
    void themeChosen(tessera::designer::ThemeChoice theme);

private:
    QWidget *profileField();
    void chooseProfile();

    QComboBox *m_theme;
    QLineEdit *m_author;
    QLineEdit *m_profile;
    QCheckBox *m_pictures;
    designer::ThemeChoice m_before;
};

} // namespace tessera::app
