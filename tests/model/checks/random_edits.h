// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include "model/change/transaction.h"

namespace tessera::model {

// The parts of richWorkbook(), as JSON.
std::vector<const char *> richElements();
std::vector<const char *> richOverlays();
const char *richSettings();
const char *richAgents();

// A workbook with something of every kind rules look at, not all of it in order.
Workbook richWorkbook();

// A copy with a few values replaced by values of other types, removed or doubled, anywhere in the bodies.
Workbook mutated(const Workbook &workbook, std::mt19937 &random);

// Transactions that fit the state they are asked for: properties, objects and layout nodes, in all ways they can
// change.
class RandomEdits
{
public:
    explicit RandomEdits(unsigned seed) : m_random(seed) {}
    Transaction next(const Workbook &workbook);

private:
    std::size_t pick(std::size_t size) { return m_random() % size; }
    Change property(const Workbook &workbook);
    std::vector<Change> formula(const Workbook &workbook);
    std::vector<Change> objects(const Workbook &workbook);
    std::vector<Change> nodes(const Workbook &workbook);

    std::mt19937 m_random;
    int m_fresh = 0;
};

} // namespace tessera::model
