#ifndef TRANCHE_TOMLPP_H
#define TRANCHE_TOMLPP_H
#endif
