// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value | 0xff000000u);
}

QList<QColor> chartSeries()
{
    return {rgb(0x4269D0), rgb(0xEFB118), rgb(0xFF725C), rgb(0x6CC5B0), rgb(0x3CA951),
            rgb(0xFF8AB7), rgb(0xA463F2), rgb(0x97BBF5), rgb(0x9C6B4E), rgb(0x9498A0)};
}

} // namespace

const Tokens &Tokens::light()
{
    static const Tokens tokens = {false,         rgb(0xF4F5F7), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xECEEF2),
                                  rgb(0xE1E4EA), rgb(0x838B9D), rgb(0x1B2130), rgb(0x566076), rgb(0x5F687B),
                                  rgb(0x3D5AFE), rgb(0xE8ECFF), rgb(0xFFFFFF), rgb(0xC62839), rgb(0x8F5B00),
                                  rgb(0x1C7C4A), rgb(0x0B6E99), chartSeries()};
    return tokens;
}

const Tokens &Tokens::darkTheme()
{
    static const Tokens tokens = {true,          rgb(0x15181E), rgb(0x1C2027), rgb(0x242932), rgb(0x101318),
                                  rgb(0x2E3440), rgb(0x6C7587), rgb(0xE8EBF2), rgb(0xAAB2C2), rgb(0x8E97A9),
                                  rgb(0x8EA2FF), rgb(0x283056), rgb(0x15181E), rgb(0xFF7D86), rgb(0xF0B35A),
                                  rgb(0x5CCB8F), rgb(0x6BC5E8), chartSeries()};
    return tokens;
}

} // namespace tessera::designer
