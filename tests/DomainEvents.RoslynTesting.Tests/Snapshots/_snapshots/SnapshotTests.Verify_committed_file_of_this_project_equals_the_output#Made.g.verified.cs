class Made;
