#include "CTomlPP.h"
